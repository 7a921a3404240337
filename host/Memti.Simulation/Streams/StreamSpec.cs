namespace Memti.Simulation.Streams;

/// <summary>A stream of frames: one task, inferred for each frame that arrives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">Index of its task.</param>
/// <param name="Arrivals">When frames arrive.</param>
public sealed record StreamSpec(string Name, int Task, ArrivalSpec Arrivals)
{
    /// <summary>Picoseconds from the arrival of a frame to its deadline, not negative; null for frames without a deadline.</summary>
    public long? Deadline { get; init; }

    /// <summary>Which waiting frames are dropped.</summary>
    public DropRule Drop { get; init; }

    /// <summary>Most frames that wait under <see cref="DropRule.Oldest"/> and <see cref="DropRule.Newest"/>, at least 1.</summary>
    public int Queue { get; init; } = 1;

    /// <summary>Greater numbers are more urgent.</summary>
    public int Priority { get; init; }

    /// <summary>
    /// Streams, by index, whose results the frames of this one need: each needs the newest frame that has arrived by then. No stream needs
    /// itself, also not through others.
    /// </summary>
    public IReadOnlyList<int> Needs { get; init; } = [];
}
