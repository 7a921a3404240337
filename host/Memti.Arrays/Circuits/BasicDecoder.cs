using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>A 1-to-2, 2-to-4 or 3-to-8 decoder of address lines: one NAND and one inverter chain per output.</summary>
/// <remarks>NVSim, BasicDecoder.cpp.</remarks>
internal sealed class BasicDecoder
{
    private readonly bool _hasGate;
    private readonly double _gateTau;
    private readonly double _gateSlope;
    private readonly InverterChain _chain;

    /// <summary>Sizes a decoder.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="bits">Address bits, 1 to 3.</param>
    /// <param name="outputFarads">Load of each output in F.</param>
    public BasicDecoder(Process process, int bits, double outputFarads)
    {
        double square = process.Supply * process.Supply;
        // One address bit needs no NAND: its true and inverted forms are the two outputs.
        _hasGate = bits > 1;
        Gate gate = _hasGate ? Gate.SmallestNand(process, bits) : Gate.SmallestInverter(process);
        _chain = InverterChain.Between(process, gate, outputFarads, outputOhms: 0)!;
        int outputs = 1 << bits;
        if (!_hasGate)
        {
            // Both inputs of the chain swing when the bit changes, so the first stage counts once more than in the chain's own energy.
            Extent = new Extent(outputs * _chain.Height, _chain.Width);
            Leakage = outputs * _chain.Leakage;
            Energy = ((_chain.Input + _chain.FirstOutput) * square) + _chain.Energy;
            return;
        }

        GateLoad load = gate.Load(process, process.F * Layout.LoadRegion);
        Extent gateExtent = gate.Extent(process, process.F * Layout.AreaRegion);
        double farads = load.Output + _chain.Input;
        _gateTau = gate.PullDownOhms(process) * farads;
        _gateSlope = gate.PullDownSlope(process);
        Extent = new Extent(Math.Max(gateExtent.Height, _chain.Height) * outputs, gateExtent.Width + _chain.Width);
        Leakage = ((gate.LeakageAmperes(process) * process.Supply) + _chain.Leakage) * outputs;
        Energy = (farads * square) + _chain.Energy;
    }

    /// <summary>Height and width in m.</summary>
    public Extent Extent { get; }

    /// <summary>Leakage in W.</summary>
    public double Leakage { get; }

    /// <summary>Energy of one address change in J.</summary>
    public double Energy { get; }

    /// <summary>Delay in s.</summary>
    /// <param name="ramp">Slope of the address in 1/s; replaced by that of the output.</param>
    public double Delay(ref double ramp)
    {
        double delay = _hasGate ? Edge.Delay(_gateTau, _gateSlope, ref ramp) : 0;
        return delay + _chain.Delay(ref ramp);
    }
}
