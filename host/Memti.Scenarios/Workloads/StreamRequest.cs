using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Scenarios.Workloads;

/// <summary>
/// A stream of frames as the scenario writes it. One of <see cref="Rate"/>, <see cref="PoissonPerSecond"/>, <see cref="Trace"/> and
/// <see cref="After"/> says when frames arrive.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">Index of the task of its frames.</param>
public sealed record StreamRequest(string Name, int Task)
{
    /// <summary>Rate of a periodic stream; null for another law.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>First arrival of a periodic stream in picoseconds.</summary>
    public long Offset { get; init; }

    /// <summary>Mean arrivals per second at random; null for another law.</summary>
    public double? PoissonPerSecond { get; init; }

    /// <summary>File of recorded arrivals; null for another law.</summary>
    public ScenarioFile? Trace { get; init; }

    /// <summary>Recorded arrivals in picoseconds, in order.</summary>
    public IReadOnlyList<long> Moments { get; init; } = [];

    /// <summary>Index of the stream whose frames trigger this one when they are done; null for another law.</summary>
    public int? After { get; init; }

    /// <summary>Probability that a frame is asked for, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of what is drawn; null for that of the scenario.</summary>
    public long? Seed { get; init; }

    /// <summary>Picoseconds from arrival to deadline; null for none.</summary>
    public long? Deadline { get; init; }

    /// <summary>Which waiting frames are dropped.</summary>
    public StreamDrops Drop { get; init; }

    /// <summary>Most frames that wait where the oldest or the newest is dropped.</summary>
    public int Queue { get; init; } = 1;

    /// <summary>Greater numbers are more urgent.</summary>
    public int Priority { get; init; }

    /// <summary>Streams, by index, whose results its frames need.</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];
}
