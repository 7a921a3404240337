using Memti.Abstractions.Units;

namespace Memti.Scenarios.Workloads;

/// <summary>What the system has to do, frame by frame.</summary>
public sealed record WorkloadSpec
{
    /// <summary>Frames per second.</summary>
    public required FrameRate FrameRate { get; init; }

    /// <summary>Whole frames in the duration, at least 1.</summary>
    public required long Frames { get; init; }

    /// <summary>
    /// Tasks of the frames, as indices, each list in order: frame k runs entry k modulo the count. An empty list is a frame without work.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<int>> Pattern { get; init; }

    /// <summary>True when the order of the tasks of each frame is drawn from the seed.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Deployments in the order of their frames, at most one a frame.</summary>
    public IReadOnlyList<TaskDeployment> Deployments { get; init; } = [];
}
