using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Csb;

/// <summary>
/// Edges of a clock in whole picoseconds, counted from time zero so that a period which is no whole number of picoseconds does not drift.
/// </summary>
internal sealed class ClockEdges(Frequency clock)
{
    private const decimal PicosecondsPerSecond = 1_000_000_000_000m;

    private readonly decimal _hertz = (decimal)clock.Hertz;

    /// <summary>The cycle that a moment lies in: 0 from time zero to before the first edge.</summary>
    internal long CycleAt(SimTime time) => (long)decimal.Floor(time.Picoseconds * _hertz / PicosecondsPerSecond);

    /// <summary>From a moment to the start of the next cycle.</summary>
    internal SimTime ToNextEdge(SimTime now)
    {
        decimal edge = decimal.Ceiling((CycleAt(now) + 1) * PicosecondsPerSecond / _hertz);
        return SimTime.FromPicoseconds((long)edge) - now;
    }
}
