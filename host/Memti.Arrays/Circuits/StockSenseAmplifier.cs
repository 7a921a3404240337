using Memti.Abstractions.Cells;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>CACTI's latch amplifier, folded into its pitch, and NVSim's current converter: one area of it for a whole sub-array.</summary>
internal static class StockSenseAmplifier
{
    private const double LatchPmos = 7.5;
    private const double LatchNmos = 3.75;
    private const double Isolation = 12.5;
    private const double Enable = 5;
    private const double Multiplexer = 9;
    private const double ConverterAreaF2 = 50000;

    /// <summary>Transconductance of the latch in S; the fork's voltage sensing uses it too.</summary>
    public static double LatchSiemens(Process process) =>
        (process.NmosSiemensPerMetre * LatchNmos * process.F) + (process.PmosSiemensPerMetre * LatchPmos * process.F);

    /// <summary>Current through the enable transistor of an idle latch in A.</summary>
    public static double IdleAmperes(Process process) => new Gate(1, Enable * process.F, 0).LeakageAmperes(process);

    /// <summary>The amplifiers of a sub-array.</summary>
    public static SenseAmplifier Of(Process process, MemoryCell cell, long count, double pitch, bool current)
    {
        double load = LoadFarads(process, pitch);
        CurrentConverter converter = current ? CurrentConverter.Stock(process.NodeNanometres) : default;
        double square = process.Supply * process.Supply;
        return new SenseAmplifier(
            LatchHeight(process, pitch) + (current ? ConverterAreaF2 * process.F * process.F / pitch : 0),
            load,
            converter.Delay + (load / LatchSiemens(process) * Math.Log(process.Supply / cell.MinimumSenseVolts)),
            (converter.Energy + (load * square)) * count,
            (converter.Leakage + (IdleAmperes(process) * square)) * count);
    }

    private static double LoadFarads(Process process, double pitch)
    {
        double f = process.F;
        return (process.GateFaradsPerMetre * ((LatchPmos + LatchNmos) * f))
            + Gate.NmosDrainFarads(process, LatchNmos * f, pitch)
            + Gate.PmosDrainFarads(process, LatchPmos * f, pitch)
            + Gate.PmosDrainFarads(process, Isolation * f, pitch)
            + Gate.NmosDrainFarads(process, Multiplexer * f, pitch);
    }

    /// <summary>Transistors lie on their side, so that their height is along the pitch.</summary>
    private static double LatchHeight(Process process, double pitch)
    {
        double f = process.F;
        Extent pmos = new Gate(1, 0, LatchPmos * f).Extent(process, pitch);
        Extent isolation = new Gate(1, 0, Isolation * f).Extent(process, pitch);
        Extent nmos = new Gate(1, LatchNmos * f, 0).Extent(process, pitch);
        Extent enable = new Gate(1, Enable * f, 0).Extent(process, pitch);
        double length = (2 * pmos.Width) + isolation.Width + (2 * nmos.Width) + enable.Width
            + (4 * Layout.SameTypeGap * f) + (Layout.PToNGap * f);
        double across = Math.Max(Math.Max(pmos.Height, isolation.Height), Math.Max(nmos.Height, enable.Height));
        return length * across / pitch;
    }
}
