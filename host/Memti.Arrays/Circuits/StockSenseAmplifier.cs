using Memti.Abstractions.Cells;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>CACTI's latch amplifier, folded into its pitch, and NVSim's current converter, whose area counts once per sub-array.</summary>
/// <remarks>
/// NVSim, SenseAmp.cpp; transistor widths in F from its constant.h (W_SENSE_P, W_SENSE_N, W_SENSE_ISO, W_SENSE_EN, W_SENSE_MUX).
/// </remarks>
internal static class StockSenseAmplifier
{
    /// <summary>Width of each PMOS of the latch in F.</summary>
    private const double LatchPmos = 7.5;
    /// <summary>Width of each NMOS of the latch in F.</summary>
    private const double LatchNmos = 3.75;
    /// <summary>Width of the isolation PMOS in F.</summary>
    private const double Isolation = 12.5;
    /// <summary>Width of the enable NMOS in F.</summary>
    private const double Enable = 5;
    /// <summary>Width of the multiplexer NMOS in F, which loads the sensed line.</summary>
    private const double Multiplexer = 9;
    /// <summary>
    /// Area of the current converter in F². NVSim, constant.h, IV_CONVERTER_AREA, marked there as a parameter to be calibrated: PCRAMSim
    /// used 649606.
    /// </summary>
    private const double ConverterAreaF2 = 50000;

    /// <summary>Transconductance of the latch in S. The fork's voltage sensing uses the same value.</summary>
    public static double LatchSiemens(Process process) =>
        (process.NmosSiemensPerMetre * LatchNmos * process.F) + (process.PmosSiemensPerMetre * LatchPmos * process.F);

    /// <summary>Current through the enable transistor of an idle latch in A.</summary>
    public static double IdleAmperes(Process process) => new Gate(1, Enable * process.F, 0).LeakageAmperes(process);

    /// <summary>Sizes the amplifiers of a sub-array.</summary>
    public static SenseAmplifier Of(Process process, MemoryCell cell, long count, double pitch, bool current)
    {
        double load = LoadFarads(process, pitch);
        CurrentConverter converter = current ? CurrentConverter.Stock(process.NodeNanometres) : default;
        double square = process.Supply * process.Supply;
        return new SenseAmplifier(
            LatchHeight(process, pitch) + (current ? ConverterAreaF2 * process.F * process.F / pitch : 0),
            load,
            // A latch amplifies exponentially: from the sensed voltage to the full supply in C / g_m ln(V / V_sense).
            converter.Delay + (load / LatchSiemens(process) * Math.Log(process.Supply / cell.MinimumSenseVolts)),
            (converter.Energy + (load * square)) * count,
            // Idle current times the supply twice: NVSim multiplies in both steps (SenseAmp.cpp). Reproduced.
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

    /// <summary>Height in m of the latch, whose transistors lie on their side, their height along the pitch.</summary>
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
