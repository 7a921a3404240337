namespace Memti.Simulation.Traces;

/// <summary>A frame as a listener sees it.</summary>
/// <param name="Index">Its number, from 0 on.</param>
/// <param name="Start">When it starts, in picoseconds since the start of the run.</param>
/// <param name="Deadline">The start of the next frame; null for frames back to back.</param>
/// <param name="Tasks">Its tasks.</param>
public readonly record struct FrameRecord(long Index, Int128 Start, Int128? Deadline, IReadOnlyList<int> Tasks)
{
    /// <summary>Index of its stream, in which <see cref="Index"/> counts; -1 in a workload without streams. Default: -1.</summary>
    public int Stream { get; init; } = -1;

    /// <summary>When a frame of a stream began; null before that. Default: null.</summary>
    public Int128? Started { get; init; }

    /// <summary>When a frame of a stream was done by the clock of the firmware; null before that. Default: null.</summary>
    public Int128? Completed { get; init; }

    /// <summary>Index of the accelerator that works on a frame of a stream; -1 for none. Default: -1.</summary>
    public int Accelerator { get; init; } = -1;
}
