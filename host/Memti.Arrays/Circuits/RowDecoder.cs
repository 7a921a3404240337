using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// One gate and one driver per row: a NAND of predecoded lines (none for up to 8 rows) and the inverter chain that drives the row.
/// </summary>
/// <remarks>NVSim, RowDecoder.cpp.</remarks>
internal sealed class RowDecoder
{
    /// <summary>Rows that one predecoder block selects by itself, so that no lines have to be combined.</summary>
    private const int RowsWithoutGate = 8;

    private readonly Gate _gate;
    private readonly InverterChain _chain;
    private readonly double _gateTau;
    private readonly double _gateSlope;

    private RowDecoder(Process process, int rows, Gate gate, InverterChain chain)
    {
        _gate = gate;
        _chain = chain;
        Extent = new Extent(chain.Height * rows, chain.Width);
        Leakage = chain.Leakage;
        Energy = chain.Energy;
        if (gate.Inputs > 1)
        {
            GateLoad load = gate.Load(process, process.F * Layout.LoadRegion);
            Extent gateExtent = gate.Extent(process, process.F * Layout.AreaRegion);
            double farads = load.Output + chain.Input;
            _gateTau = gate.PullDownOhms(process) * farads;
            _gateSlope = gate.PullDownSlope(process);
            GateInput = load.Input;
            Extent = new Extent(Math.Max(gateExtent.Height, chain.Height) * rows, gateExtent.Width + chain.Width);
            Leakage += gate.LeakageAmperes(process) * process.Supply;
            Energy += farads * process.Supply * process.Supply;
        }

        // All rows leak. Energy is not multiplied: only the selected row switches.
        Leakage *= rows;
    }

    /// <summary>Height of all rows together and width, in m.</summary>
    public Extent Extent { get; }

    /// <summary>Leakage of all rows in W.</summary>
    public double Leakage { get; }

    /// <summary>Energy to select one row in J.</summary>
    public double Energy { get; }

    /// <summary>Load of one gate input in F; zero without a gate.</summary>
    public double GateInput { get; }

    /// <summary>Sizes the decoder. Null when the row needs more current than the widest driver carries.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="rowFarads">Load of a row in F.</param>
    /// <param name="rowOhms">Wire resistance of a row in ohm.</param>
    /// <param name="threeLines">True when three predecoded lines, not two, meet at a row.</param>
    /// <param name="style">Sizing goal of the driver.</param>
    /// <param name="rowAmperes">Current that a row draws in A.</param>
    public static RowDecoder? Of(
        Process process,
        int rows,
        double rowFarads,
        double rowOhms,
        bool threeLines = false,
        DriverStyle style = DriverStyle.Latency,
        double rowAmperes = 0)
    {
        int lines = (rows <= RowsWithoutGate ? 1 : 2) + (threeLines ? 1 : 0);
        Gate gate = lines == 1 ? Gate.SmallestInverter(process) : Gate.SmallestNand(process, lines);
        InverterChain? chain = InverterChain.Between(process, gate, rowFarads, rowOhms, style, rowAmperes);
        return chain is null ? null : new RowDecoder(process, rows, gate, chain);
    }

    /// <summary>True with a gate in front of the chain. Decoders with equal loads differ in delay only by this gate.</summary>
    public bool HasGate => _gate.Inputs > 1;

    /// <summary>Delay in s.</summary>
    /// <param name="ramp">Slope of the input in 1/s; replaced by that of the row.</param>
    public double Delay(ref double ramp)
    {
        double delay = HasGate ? Edge.Delay(_gateTau, _gateSlope, ref ramp) : 0;
        return delay + _chain.Delay(ref ramp);
    }
}
