using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// Charges all bit lines of a sub-array to their precharge voltage: two PMOS and an equaliser per column, and the driver of their gates.
/// </summary>
/// <remarks>NVSim, Precharger.cpp.</remarks>
internal sealed class Precharger
{
    /// <summary>Width of each precharge PMOS in F. Source: NVSim, Precharger.cpp.</summary>
    private const double PrechargeWidth = 6;

    private readonly InverterChain _driver;
    private readonly double _inverterTau;
    private readonly double _inverterSlope;
    private readonly double _pullUpOhms;
    private readonly double _pullUpSlope;
    private readonly double _drain;

    /// <summary>Sizes the precharger of a sub-array.</summary>
    /// <param name="process">The transistors and wires.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="cellWidthMetres">Width of a cell in m.</param>
    public Precharger(Process process, long columns, double cellWidthMetres)
    {
        double f = process.F;
        double region = f * Layout.AreaRegion;
        Gate inverter = Gate.SmallestInverter(process);
        Gate pullUp = new(1, 0, PrechargeWidth * f);
        Gate equaliser = new(1, 0, Layout.NarrowestNmos * f);
        double gates = equaliser.InputFarads(process) + (2 * pullUp.InputFarads(process))
            + Gate.NmosDrainFarads(process, inverter.Nmos, region) + Gate.PmosDrainFarads(process, inverter.Pmos, region);
        double perColumn = inverter.InputFarads(process) + (cellWidthMetres * process.LocalWire.FaradsPerMetre);
        _driver = InverterChain.Between(process, inverter, columns * perColumn, outputOhms: 0)!;
        _drain = pullUp.Load(process, region).Output + equaliser.Load(process, region).Output;
        _inverterTau = inverter.PullDownOhms(process) * gates;
        _inverterSlope = inverter.PullDownSlope(process);
        _pullUpOhms = OnResistance.Pmos(process, pullUp.Pmos);
        _pullUpSlope = 1 / (_pullUpOhms * process.PmosSiemensPerMetre * pullUp.Pmos);
        double transistors = Math.Max(pullUp.Extent(process, region).Height, equaliser.Extent(process, region).Height);
        Height = Math.Max(transistors + inverter.Extent(process, region).Height, _driver.Height);
        Leakage = _driver.Leakage
            + (columns * process.Supply * inverter.LeakageAmperes(process))
            + (columns * process.Supply * pullUp.LeakageAmperes(process));
        ReadEnergy = _driver.Energy + (gates * process.Supply * process.Supply * columns);
    }

    /// <summary>Height in m.</summary>
    public double Height { get; }

    /// <summary>Leakage in W.</summary>
    public double Leakage { get; }

    /// <summary>Energy in J to switch the precharger before a read, without the charge of the bit lines.</summary>
    public double ReadEnergy { get; }

    /// <summary>Time in s in which the bit lines are precharged. Outside the read path; it limits the rate of reads.</summary>
    /// <param name="bitlineFarads">Capacitance of a bit line in F.</param>
    /// <param name="bitlineOhms">Resistance of a bit line in ohm.</param>
    /// <param name="ramp">Slope of the signal that starts the precharge, in 1/s.</param>
    public double Delay(double bitlineFarads, double bitlineOhms, double ramp)
    {
        // Driver and inverter only shape the slope here: NVSim counts their delay separately and starts the precharge when they have
        // switched.
        _driver.Delay(ref ramp);
        Edge.Delay(_inverterTau, _inverterSlope, ref ramp);
        double tau = (_pullUpOhms * (bitlineFarads + _drain)) + (bitlineOhms * bitlineFarads / 2);
        return Edge.Delay(tau, _pullUpSlope, ref ramp);
    }
}
