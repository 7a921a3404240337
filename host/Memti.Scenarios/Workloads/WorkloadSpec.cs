using Memti.Abstractions.Parameters;
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

    /// <summary>Streams in place of frames at one rate; empty for those. Default: none.</summary>
    public IReadOnlyList<StreamRequest> Streams { get; init; } = [];

    /// <summary>Constants of the quality of experience of streams; null for the usual ones. Default: null.</summary>
    public StreamScoring? Score { get; init; }

    /// <summary>Length of a workload of streams in picoseconds. Default: 0, for a workload without.</summary>
    public Int128 StreamTime { get; init; }

    /// <summary>Length in seconds.</summary>
    public double Seconds => Streams.Count > 0 ? (double)StreamTime * 1e-12 : Frames / FrameRate.PerSecond;

    /// <summary>Files that it names.</summary>
    public IEnumerable<ScenarioFile> Files => Streams.Select(static stream => stream.Trace).OfType<ScenarioFile>();
}
