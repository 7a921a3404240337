using Memti.Training.Checkpoints;

namespace Memti.Training.Runs;

/// <summary>How far a training run is.</summary>
public sealed record TrainingProgress
{
    /// <summary>The running epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>All epochs.</summary>
    public required int Epochs { get; init; }

    /// <summary>Steps taken in the running epoch.</summary>
    public required long Step { get; init; }

    /// <summary>Steps of an epoch.</summary>
    public required long Steps { get; init; }

    /// <summary>What the steps of the epoch saw.</summary>
    public required EpochSums Sums { get; init; }

    /// <summary>Training images of this process and the time they took.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Time left at this speed.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>The epoch that has just ended; null within one.</summary>
    public EpochRecord? Finished { get; init; }

    /// <summary>Best validation accuracy so far; null before the first epoch has ended.</summary>
    public double? Best { get; init; }
}
