using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Technology;

/// <summary>Transistors and wires of a node and roadmap at one temperature, as the circuit blocks need them. SI units.</summary>
/// <remarks>
/// NVSim, Technology.cpp and formula.cpp. The tables behind it are MASTAR 5 runs with width ratios from CACTI, says Technology.cpp.
/// </remarks>
internal sealed class Process
{
    /// <summary>Built-in potential of a drain junction in V. Source: NVSim, Technology.cpp, which names BSIM4.</summary>
    private const double BuiltInPotentialVolts = 0.9;
    /// <summary>Saturation velocity of carriers in silicon in m/s. Source: NVSim, Technology.cpp (vdsat = L x 1e5 / mobility).</summary>
    private const double SaturationMetresPerSecond = 1e5;
    /// <summary>
    /// Ideal gate capacitance of a ferroelectric transistor over that of a plain one. Source: lpentecost/nvsim-merged, Technology.cpp.
    /// </summary>
    private const double FerroelectricGateFactor = 1.73;
    /// <summary>Overlap capacitance of a gate over its ideal capacitance. Source: NVSim, Technology.cpp.</summary>
    private const double OverlapOfIdeal = 0.2;

    /// <summary>Bottom junction capacitance at zero bias in F/m². Source: NVSim, Technology.cpp, capJunction.</summary>
    private const double JunctionAtZeroBias = 1e-3;

    /// <summary>Sidewall capacitance of a drain at zero bias in F/m. Source: NVSim, Technology.cpp, which names CACTI.</summary>
    private const double SidewallAtZeroBias = 2.5e-10;

    /// <summary>Gate-edge capacitance of a drain at zero bias in F/m. Source: NVSim, Technology.cpp.</summary>
    private const double GateEdgeAtZeroBias = 0.5e-10;

    private Process()
    {
    }

    /// <summary>Feature size F in m.</summary>
    public required double F { get; init; }

    /// <summary>Node in nm.</summary>
    public required int NodeNanometres { get; init; }

    /// <summary>Junction temperature in K.</summary>
    public required double TemperatureKelvin { get; init; }

    /// <summary>Supply voltage in V.</summary>
    public required double Supply { get; init; }

    /// <summary>Threshold voltage in V.</summary>
    public required double Threshold { get; init; }

    /// <summary>Width of a PMOS over that of an NMOS of equal drive.</summary>
    public required double PToN { get; init; }

    /// <summary>Gate capacitance in F per m of width.</summary>
    public required double GateFaradsPerMetre { get; init; }

    /// <summary>Gate capacitance of a ferroelectric transistor in F per m of width.</summary>
    public required double FerroelectricGateFaradsPerMetre { get; init; }

    /// <summary>Bottom junction capacitance of a drain in F/m².</summary>
    public required double JunctionFaradsPerSquareMetre { get; init; }

    /// <summary>Sidewall capacitance of a drain in F/m.</summary>
    public required double SidewallFaradsPerMetre { get; init; }

    /// <summary>Gate-edge capacitance of a drain in F/m.</summary>
    public required double GateEdgeFaradsPerMetre { get; init; }

    /// <summary>On current of an NMOS in A/m.</summary>
    public required double OnNmos { get; init; }

    /// <summary>On current of a PMOS in A/m.</summary>
    public required double OnPmos { get; init; }

    /// <summary>Off current of an NMOS in A/m.</summary>
    public required double OffNmos { get; init; }

    /// <summary>Off current of a PMOS in A/m.</summary>
    public required double OffPmos { get; init; }

    /// <summary>Effective resistance over supply / on current.</summary>
    public required double ResistanceMultiplier { get; init; }

    /// <summary>Transconductance of an NMOS in S/m.</summary>
    public required double NmosSiemensPerMetre { get; init; }

    /// <summary>Transconductance of a PMOS in S/m.</summary>
    public required double PmosSiemensPerMetre { get; init; }

    /// <summary>Wires between the cells of a sub-array.</summary>
    public required Wire LocalWire { get; init; }

    /// <summary>Wires between mats.</summary>
    public required Wire GlobalWire { get; init; }

    /// <summary>
    /// The process of a node. Between two tabulated nodes off currents are interpolated geometrically, all else linearly.
    /// </summary>
    /// <param name="nodeNanometres">The node in nm.</param>
    /// <param name="roadmap">The roadmap.</param>
    /// <param name="temperatureKelvin">Junction temperature in K.</param>
    /// <param name="keepsOverlap">
    /// True to use the gate overlap of the finer node between two nodes, as NVSim does. Gate capacitance then jumps at the coarser node.
    /// </param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> for a node or temperature outside the tables.</exception>
    public static Process Of(int nodeNanometres, DeviceRoadmap roadmap, double temperatureKelvin, bool keepsOverlap = false)
    {
        ProcessRange.Check(nodeNanometres, temperatureKelvin);
        IReadOnlyList<int> nodes = TransistorTable.Nodes;
        int fine = nodes.Last(node => node <= nodeNanometres);
        int coarse = nodes.FirstOrDefault(node => node > nodeNanometres, fine);
        double weight = coarse == fine ? 0 : (double)(nodeNanometres - fine) / (coarse - fine);
        return Make(
            nodeNanometres,
            temperatureKelvin,
            TransistorTable.Of(fine, roadmap),
            TransistorTable.Of(coarse, roadmap),
            weight,
            keepsOverlap);
    }

    private static Process Make(
        int node, double kelvin, TransistorTable.Entry fine, TransistorTable.Entry coarse, double weight, bool keepsOverlap)
    {
        // At a tabulated node the entry itself is returned: (1 - 0) x + 0 y would be exact, but x^1 y^0 need not be.
        double Linear(Func<TransistorTable.Entry, double> of) => weight == 0 ? of(fine) : ((1 - weight) * of(fine)) + (weight * of(coarse));
        double Geometric(Func<TransistorTable.Entry, double> of) =>
            weight == 0 ? of(fine) : Math.Pow(of(fine), 1 - weight) * Math.Pow(of(coarse), weight);
        double supply = Linear(static entry => entry.SupplyV);
        double threshold = Linear(static entry => entry.ThresholdV);
        double length = Linear(static entry => entry.GateLengthM);
        double electrons = Linear(static entry => entry.ElectronMobilityM2PerVs);
        double holes = Linear(static entry => entry.HoleMobilityM2PerVs);
        double oxide = Linear(static entry => entry.OxideFPerM2);
        double ideal = Linear(static entry => entry.IdealGateFPerM);
        // Three times the fringe capacitance, as in NVSim (formula.cpp, CalculateGateCap).
        double edges =
            (OverlapOfIdeal * (keepsOverlap ? fine.IdealGateFPerM : ideal)) + (3 * Linear(static entry => entry.FringeGateFPerM));
        double Siemens(double mobility) =>
            // g_m at the smaller of velocity saturation, v_sat L / mu, and overdrive.
            mobility * oxide / 2 / length * Math.Min(length * SaturationMetresPerSecond / mobility, supply - threshold);
        // A reverse-biased junction: C0 / (1 + V / V_bi)^m with NVSim's grading coefficients, m = 0.5 for the bottom and 0.33 for the
        // edges.
        double bias = 1 + (supply / BuiltInPotentialVolts);
        return new Process
        {
            JunctionFaradsPerSquareMetre = JunctionAtZeroBias / Math.Pow(bias, 0.5),
            SidewallFaradsPerMetre = SidewallAtZeroBias / Math.Pow(bias, 0.33),
            GateEdgeFaradsPerMetre = GateEdgeAtZeroBias / Math.Pow(bias, 0.33),
            F = node * 1e-9,
            NodeNanometres = node,
            TemperatureKelvin = kelvin,
            Supply = supply,
            Threshold = threshold,
            PToN = Linear(static entry => entry.PToNRatio),
            GateFaradsPerMetre = ideal + edges,
            FerroelectricGateFaradsPerMetre = (FerroelectricGateFactor * ideal) + edges,
            OnNmos = Linear(entry => TransistorTable.At(entry.OnNmosAPerM, kelvin)),
            OnPmos = Linear(entry => TransistorTable.At(entry.OnPmosAPerM, kelvin)),
            OffNmos = Geometric(entry => TransistorTable.At(entry.OffNmosAPerM, kelvin)),
            OffPmos = Geometric(entry => TransistorTable.At(entry.OffPmosAPerM, kelvin)),
            ResistanceMultiplier = Linear(static entry => entry.ResistanceMultiplier),
            NmosSiemensPerMetre = Siemens(electrons),
            PmosSiemensPerMetre = Siemens(holes),
            LocalWire = Wire.Of(node, "local", kelvin),
            GlobalWire = Wire.Of(node, "global", kelvin),
        };
    }
}
