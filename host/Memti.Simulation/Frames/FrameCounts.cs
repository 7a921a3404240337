using Memti.Abstractions.Units;

namespace Memti.Simulation.Frames;

/// <summary>
/// Counts of a run's frames: each frame is met, late, skipped or empty. The lateness of a frame is the time from its deadline, which is the
/// start of the next frame, to its completion. Lateness statistics cover the late frames only and are zero without any.
/// </summary>
public sealed record FrameCounts
{
    /// <summary>Frames of the workload: completed, skipped and empty ones.</summary>
    public required long Total { get; init; }

    /// <summary>Frames that firmware completed, late ones included.</summary>
    public required long Completed { get; init; }

    /// <summary>Frames completed by their deadline.</summary>
    public long Met => Completed - Late;

    /// <summary>Frames completed after their deadline.</summary>
    public required long Late { get; init; }

    /// <summary>Frames whose whole slot passed before firmware asked for one, and frames that firmware took but never completed.</summary>
    public required long Skipped { get; init; }

    /// <summary>Frames without a task, which need no work.</summary>
    public required long Empty { get; init; }

    /// <summary>Frames that missed their deadline.</summary>
    public long Missed => Late + Skipped;

    /// <summary>Mean lateness of the late frames, in whole picoseconds.</summary>
    public required SimTime MeanLateness { get; init; }

    /// <summary>
    /// Lateness that 95 % of the late frames do not exceed, by nearest rank. Exact when the late frames near it are equally late, as in a
    /// periodic run; otherwise less than 0.1 % too large.
    /// </summary>
    public required SimTime Lateness95 { get; init; }

    /// <summary>Lateness that 99 % of the late frames do not exceed. As exact as <see cref="Lateness95"/>.</summary>
    public required SimTime Lateness99 { get; init; }

    /// <summary>Greatest lateness of a completed frame.</summary>
    public required SimTime WorstLateness { get; init; }
}
