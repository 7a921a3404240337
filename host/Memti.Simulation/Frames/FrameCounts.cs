using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>What became of the frames of a run.</summary>
public sealed record FrameCounts
{
    /// <summary>Frames of the workload: completed and skipped ones.</summary>
    public required long Total { get; init; }

    /// <summary>Frames that firmware completed, late ones included.</summary>
    public required long Completed { get; init; }

    /// <summary>Frames completed after their deadline, which is the start of the next frame.</summary>
    public required long Late { get; init; }

    /// <summary>Frames whose whole slot passed before firmware asked for one, and frames that it took and never completed.</summary>
    public required long Skipped { get; init; }

    /// <summary>Frames that missed their deadline.</summary>
    public long Missed => Late + Skipped;

    /// <summary>The most by which a completed frame was late.</summary>
    public required SimTime WorstLateness { get; init; }
}
