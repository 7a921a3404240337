using Memti.Training.Checkpoints;

namespace Memti.Training.Runs;

/// <summary>Progress of a training run.</summary>
public sealed record TrainingProgress
{
    /// <summary>The running epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Number of epochs.</summary>
    public required int Epochs { get; init; }

    /// <summary>Number of steps taken in the running epoch.</summary>
    public required long Step { get; init; }

    /// <summary>Number of steps of an epoch.</summary>
    public required long Steps { get; init; }

    /// <summary>Totals over the steps of the epoch.</summary>
    public required EpochSums Sums { get; init; }

    /// <summary>Training images per second of this process.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Estimated time to the end.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>The epoch that has just ended. Default: null, within an epoch.</summary>
    public EpochRecord? Finished { get; init; }

    /// <summary>Best validation accuracy so far; null before the end of the first epoch.</summary>
    public double? Best { get; init; }
}
