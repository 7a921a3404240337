using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>
/// Cycles of a clock, counted from time zero so that a period which is no whole number of picoseconds does not drift.
/// </summary>
internal sealed class ClockEdges(Frequency clock)
{
    private const decimal PicosecondsPerSecond = 1_000_000_000_000m;

    private readonly decimal _hertz = (decimal)clock.Hertz;

    /// <summary>Length of a cycle in whole picoseconds, rounded up: a moment that much later lies in a later cycle.</summary>
    internal SimTime Period => SimTime.FromPicoseconds((long)decimal.Ceiling(PicosecondsPerSecond / _hertz));

    /// <summary>The cycle that a moment lies in: 0 from time zero to before the first edge.</summary>
    internal long CycleAt(SimTime time) => (long)decimal.Floor(time.Picoseconds * _hertz / PicosecondsPerSecond);
}
