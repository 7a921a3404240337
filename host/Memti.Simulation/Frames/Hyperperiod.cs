using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>The time after which all periodic streams of a workload are where they were, to the picosecond.</summary>
/// <param name="Picoseconds">The time.</param>
/// <param name="Frames">Frames by stream in that time; 0 for streams that are not periodic.</param>
internal sealed record Hyperperiod(Int128 Picoseconds, IReadOnlyList<long> Frames)
{
    // Eleven days: longer ones are of no use, and their products would not fit.
    private const long Longest = 1_000_000_000_000_000_000;

    /// <summary>Frames of all streams in that time.</summary>
    public long AllFrames { get; } = Frames.Sum();

    /// <summary>The hyperperiod of a workload; null where arrivals are drawn or recorded, no stream is periodic, or it is longer than the
    /// workload.</summary>
    public static Hyperperiod? Of(StreamPlan plan)
    {
        if (plan.IsIrregular)
            return null;
        FrameClock?[] clocks =
            [.. plan.Streams.Select(static one => one.Arrivals.Law == ArrivalLaw.Periodic ? new FrameClock(one.Arrivals.Rate) : null)];
        Int128 least = 0;
        foreach (FrameClock clock in clocks.OfType<FrameClock>())
        {
            least = least == 0 ? clock.PeriodPicoseconds : FrameClock.Multiple(least, clock.PeriodPicoseconds);
            if (least > Int128.Min(Longest, plan.Duration))
                return null;
        }

        return least == 0
            ? null
            : new(least, [.. clocks.Select(clock => clock is null ? 0 : checked((long)(least / clock.PeriodPicoseconds) * clock.Period))]);
    }
}
