namespace Memti.Simulation.Streams;

/// <summary>A workload of streams.</summary>
/// <param name="Streams">At least one stream.</param>
/// <param name="Duration">Length in picoseconds: no frame arrives later.</param>
public sealed record StreamPlan(IReadOnlyList<StreamSpec> Streams, Int128 Duration)
{
    /// <summary>How frames are scored.</summary>
    public ScoreRule Score { get; init; } = new();

    /// <summary>True when a law draws or replays arrivals: the run never recurs.</summary>
    public bool IsIrregular => Streams.Any(static stream => stream.Arrivals.IsIrregular);

    /// <summary>Mean frames per second that arrive on their own; triggered frames come on top.</summary>
    public double PerSecond => Streams.Sum(stream => RateOf(stream.Arrivals));

    /// <summary>Frames that arrive on their own in the whole run, on average; at least 1.</summary>
    public long MeanFrames => Math.Max(1, (long)Math.Round(PerSecond * (double)Duration * 1e-12));

    /// <summary>The longest period of a stream in picoseconds, or the whole run where none is periodic.</summary>
    public Int128 Turn => Streams.Any(static stream => stream.Arrivals.Law == ArrivalLaw.Periodic)
        ? Int128.Min(Duration, (Int128)Math.Ceiling(1e12 / Streams
            .Where(static stream => stream.Arrivals.Law == ArrivalLaw.Periodic)
            .Min(static stream => stream.Arrivals.Rate.PerSecond)))
        : Duration;

    /// <summary>The plan over the time in which about so many frames arrive.</summary>
    public StreamPlan Lasting(long frames) =>
        PerSecond > 0 ? this with { Duration = (Int128)Math.Ceiling(frames / PerSecond * 1e12) } : this;

    private double RateOf(ArrivalSpec arrivals) => arrivals.Law switch
    {
        ArrivalLaw.Periodic => arrivals.Rate.PerSecond * arrivals.Probability,
        ArrivalLaw.Poisson => arrivals.PerSecond * arrivals.Probability,
        ArrivalLaw.Recorded => arrivals.Moments.Count * arrivals.Probability / Math.Max(1e-12, (double)Duration * 1e-12),
        _ => 0,
    };
}
