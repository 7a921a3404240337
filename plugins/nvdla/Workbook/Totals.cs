namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Totals of a network by the workbook.</summary>
/// <param name="Cycles">Cycles of all layers in sequence.</param>
/// <param name="Milliseconds">Time of one frame.</param>
/// <param name="FramesPerSecond">Frames per second.</param>
/// <param name="HardwareUtilisation">Cycles in which the multipliers work, padding included, over all cycles.</param>
/// <param name="NetworkUtilisation">
/// Multiply-accumulates of the network over the capacity of the multipliers. Winograd can raise it above the hardware utilisation.
/// </param>
internal readonly record struct Totals(
    double Cycles, double Milliseconds, double FramesPerSecond, double HardwareUtilisation, double NetworkUtilisation)
{
    /// <summary>Computes the totals.</summary>
    /// <param name="cycles">Cycles of all layers.</param>
    /// <param name="macCycles">Cycles of the multipliers.</param>
    /// <param name="macs">Multiply-accumulates of the network.</param>
    /// <param name="machine">The machine.</param>
    public static Totals Of(double cycles, double macCycles, double macs, Machine machine)
    {
        double milliseconds = MillisecondsOf(cycles, machine);
        return new Totals(cycles, milliseconds, 1000 / milliseconds, macCycles / cycles, macs / machine.Macs / cycles);
    }

    /// <summary>Frames per second for a number of cycles per frame; null for null.</summary>
    public static double? RateOf(double? cycles, Machine machine) => cycles is { } some ? 1000 / MillisecondsOf(some, machine) : null;

    private static double MillisecondsOf(double cycles, Machine machine) => cycles / 1000 / machine.ClockMhz;
}
