using Memti.Abstractions.Units;
using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>The frames to process.</summary>
public sealed record Workload
{
    /// <summary>Rate at which frames arrive. Default: 30 per second.</summary>
    public FrameRate FrameRate { get; init; } = new(30, 1);

    /// <summary>Number of frames, at least 1.</summary>
    public required long Frames { get; init; }

    /// <summary>Tasks of each frame: frame k runs entry k modulo the length. An empty entry needs no work; at least one entry has a
    /// task.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Pattern { get; init; }

    /// <summary>
    /// True to shuffle the tasks within each frame with the random stream <c>workload/order</c>. Such a run steps through every frame.
    /// Default: false.
    /// </summary>
    public bool Shuffled { get; init; }

    /// <summary>Parameter sets that arrive in the field, ordered by frame. Default: none.</summary>
    public IReadOnlyList<Deployment> Deployments { get; init; } = [];

    /// <summary>True when the next frame is always waiting: no deadlines, and the run measures the peak rate. Default: false.</summary>
    public bool FreeRunning { get; init; }

    /// <summary>
    /// Streams in place of frames at one rate; null for those. With streams, <see cref="Frames"/> is their mean number, and rate, pattern
    /// and deployments do not count. Default: null.
    /// </summary>
    public StreamPlan? Streams { get; init; }

    /// <summary>
    /// Picoseconds after which all periodic streams are where they were; null where arrivals are drawn or recorded, no stream is periodic,
    /// or it is longer than the workload or eleven days, and for a workload without streams. Where it is null, every frame is stepped.
    /// </summary>
    public Int128? HyperperiodPicoseconds => Streams is { } streams ? Hyperperiod.Of(streams)?.Picoseconds : null;

    /// <summary>The workload in which about so many frames arrive, whatever its length.</summary>
    public Workload Lasting(long frames) => Streams is null
        ? this with { Frames = frames }
        : this with { Frames = frames, Streams = Streams.Lasting(frames) };

    /// <summary>
    /// When a frame starts at the rate of the workload, in picoseconds since the start of the run. With streams, a frame is a turn: the
    /// longest period of a stream.
    /// </summary>
    public Int128 StartOf(long frame) => Streams is { } streams ? frame * streams.Turn : new FrameClock(FrameRate).StartOf(frame);
}
