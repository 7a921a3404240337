using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Technology;

/// <summary>The transistors and wires of a node and roadmap at one temperature, as the circuit blocks use them. SI units.</summary>
internal sealed class Process
{
    private const double BuiltInPotentialVolts = 0.9;
    private const double SaturationMetresPerSecond = 1e5;
    private const double FerroelectricGateFactor = 1.73;
    private const double OverlapOfIdeal = 0.2;

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

    /// <summary>The process of a node; between two tabulated nodes it is interpolated: off currents geometrically, the rest linearly.</summary>
    /// <param name="nodeNanometres">The node in nm.</param>
    /// <param name="roadmap">The roadmap.</param>
    /// <param name="temperatureKelvin">Junction temperature in K.</param>
    /// <param name="keepsOverlap">True to keep the gate overlap of the finer node between two nodes, as NVSim does; then gates jump at the coarser one.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> for a node or temperature outside the tables.</exception>
    public static Process Of(int nodeNanometres, DeviceRoadmap roadmap, double temperatureKelvin, bool keepsOverlap = false)
    {
        ProcessRange.Check(nodeNanometres, temperatureKelvin);
        IReadOnlyList<int> nodes = TransistorTable.Nodes;
        int fine = nodes.Last(node => node <= nodeNanometres);
        int coarse = nodes.FirstOrDefault(node => node > nodeNanometres, fine);
        double weight = coarse == fine ? 0 : (double)(nodeNanometres - fine) / (coarse - fine);
        return Make(nodeNanometres, temperatureKelvin, TransistorTable.Of(fine, roadmap), TransistorTable.Of(coarse, roadmap), weight, keepsOverlap);
    }

    private static Process Make(int node, double kelvin, TransistorTable.Entry fine, TransistorTable.Entry coarse, double weight, bool keepsOverlap)
    {
        double Linear(Func<TransistorTable.Entry, double> of) => weight == 0 ? of(fine) : ((1 - weight) * of(fine)) + (weight * of(coarse));
        double Geometric(Func<TransistorTable.Entry, double> of) => weight == 0 ? of(fine) : Math.Pow(of(fine), 1 - weight) * Math.Pow(of(coarse), weight);
        double supply = Linear(static entry => entry.SupplyV);
        double threshold = Linear(static entry => entry.ThresholdV);
        double length = Linear(static entry => entry.GateLengthM);
        double electrons = Linear(static entry => entry.ElectronMobilityM2PerVs);
        double holes = Linear(static entry => entry.HoleMobilityM2PerVs);
        double oxide = Linear(static entry => entry.OxideFPerM2);
        double ideal = Linear(static entry => entry.IdealGateFPerM);
        double edges = (OverlapOfIdeal * (keepsOverlap ? fine.IdealGateFPerM : ideal)) + (3 * Linear(static entry => entry.FringeGateFPerM));
        double Siemens(double mobility) =>
            mobility * oxide / 2 / length * Math.Min(length * SaturationMetresPerSecond / mobility, supply - threshold);
        double bias = 1 + (supply / BuiltInPotentialVolts);
        return new Process
        {
            JunctionFaradsPerSquareMetre = 1e-3 / Math.Pow(bias, 0.5),
            SidewallFaradsPerMetre = 2.5e-10 / Math.Pow(bias, 0.33),
            GateEdgeFaradsPerMetre = 0.5e-10 / Math.Pow(bias, 0.33),
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
