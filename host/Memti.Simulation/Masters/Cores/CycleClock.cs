using Memti.Abstractions.Units;

namespace Memti.Simulation.Masters.Cores;

/// <summary>Moments of the cycles of a core: cycle k begins at k x 10^12 / f picoseconds, rounded up.</summary>
/// <param name="clock">The clock, at least 1 Hz; a whole number of hertz.</param>
internal sealed class CycleClock(Frequency clock)
{
    private const long PerSecond = 1_000_000_000_000;

    private readonly long _hertz = (long)Math.Round(clock.Hertz);

    /// <summary>The moment at which a cycle begins, in picoseconds since cycle 0.</summary>
    public Int128 StartOf(long cycle)
    {
        (long seconds, long rest) = Math.DivRem(cycle, _hertz);
        return ((Int128)seconds * PerSecond) + Up((Int128)rest * PerSecond, _hertz);
    }

    /// <summary>The first cycle that begins at a moment or after it.</summary>
    /// <param name="moment">Picoseconds since cycle 0, zero or more.</param>
    public long FirstFrom(Int128 moment)
    {
        // Cycle k begins at or after t just when k x 10^12 / f > t - 1.
        (Int128 seconds, Int128 rest) = Int128.DivRem(moment, PerSecond);
        return (long)((seconds * _hertz) + (rest == 0 ? 0 : ((rest - 1) * _hertz / PerSecond) + 1));
    }

    /// <summary>Cycles that a core waits for an access, beyond the one that it takes anyway.</summary>
    public long Waits(SimTime latency) => (long)Int128.Max(0, Up((Int128)latency.Picoseconds * _hertz, PerSecond) - 1);

    private static Int128 Up(Int128 amount, long divisor) => (amount + divisor - 1) / divisor;
}
