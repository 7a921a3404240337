using Memti.Abstractions.Units;

namespace Memti.Simulation.Frames;

/// <summary>
/// What became of the frames of a run: each was met, late, skipped or empty. Lateness is the time from a frame's deadline, the start of the
/// next frame, to its completion; its statistics are over the late frames, and zero when there were none.
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

    /// <summary>Frames whose whole slot passed before firmware asked for one, and frames that it took and never completed.</summary>
    public required long Skipped { get; init; }

    /// <summary>Frames without a task: nothing was to be done.</summary>
    public required long Empty { get; init; }

    /// <summary>Frames that missed their deadline.</summary>
    public long Missed => Late + Skipped;

    /// <summary>Mean lateness of the late frames, in whole picoseconds.</summary>
    public required SimTime MeanLateness { get; init; }

    /// <summary>
    /// Lateness that 95 % of the late frames do not exceed, by nearest rank. Exact where the late frames near it are equally late, as in a run that
    /// repeats itself; otherwise less than 0.1 % too large.
    /// </summary>
    public required SimTime Lateness95 { get; init; }

    /// <summary>Lateness that 99 % of the late frames do not exceed; as exact as <see cref="Lateness95"/>.</summary>
    public required SimTime Lateness99 { get; init; }

    /// <summary>The most by which a completed frame was late.</summary>
    public required SimTime WorstLateness { get; init; }
}
