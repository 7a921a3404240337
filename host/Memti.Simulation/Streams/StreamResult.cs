using Memti.Abstractions.Units;

namespace Memti.Simulation.Streams;

/// <summary>What became of the frames of a stream.</summary>
public sealed record StreamResult
{
    /// <summary>Name of the stream.</summary>
    public required string Name { get; init; }

    /// <summary>Index of its task.</summary>
    public required int Task { get; init; }

    /// <summary>Frames that arrived.</summary>
    public required long Arrived { get; init; }

    /// <summary>Frames that were done, late ones included.</summary>
    public required long Done { get; init; }

    /// <summary>Frames done after their deadline.</summary>
    public required long Late { get; init; }

    /// <summary>Frames that were dropped.</summary>
    public required long Dropped { get; init; }

    /// <summary>Frames done by their deadline.</summary>
    public long Met => Done - Late;

    /// <summary>Frames that waited or were under way when the run ended.</summary>
    public long Open => Arrived - Done - Dropped;

    /// <summary>Mean time from arrival to completion of the frames that were done; zero without any.</summary>
    public required SimTime MeanLatency { get; init; }

    /// <summary>Latency that half of the frames that were done do not exceed. As exact as <see cref="Latency99"/>.</summary>
    public required SimTime Latency50 { get; init; }

    /// <summary>Latency that 95 % do not exceed.</summary>
    public required SimTime Latency95 { get; init; }

    /// <summary>
    /// Latency that 99 % do not exceed, by nearest rank. Exact where frames near it have equal latencies; otherwise less than 0.1 % too
    /// large.
    /// </summary>
    public required SimTime Latency99 { get; init; }

    /// <summary>Greatest latency.</summary>
    public required SimTime WorstLatency { get; init; }

    /// <summary>Mean real-time score of the frames that were done; null without any.</summary>
    public required double? RealTime { get; init; }

    /// <summary>Mean energy score of the frames that were done; null without any.</summary>
    public required double? Energy { get; init; }

    /// <summary>Mean over the frames done of real-time score times energy score; null without any.</summary>
    public required double? RealTimeEnergy { get; init; }

    /// <summary>Quality of experience: frames done over frames done and dropped; null where none was either.</summary>
    public double? Quality => Done + Dropped == 0 ? null : (double)Done / (Done + Dropped);

    /// <summary>
    /// Score, 0 to 1: quality of experience times the sum of real-time and energy scores over frames done and dropped; null where none was
    /// either.
    /// </summary>
    public double? Score => Quality is { } quality ? quality * quality * (RealTimeEnergy ?? 0) : null;
}
