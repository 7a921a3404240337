using Memti.Abstractions.Training;
using Memti.Training.Checkpoints;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Runs;

/// <summary>A training run: what is trained, for how long, and where it can go on.</summary>
public sealed record TrainingJob
{
    /// <summary>The network, its starting weights loaded.</summary>
    public required GuardedTrainer Trainer { get; init; }

    /// <summary>Epochs.</summary>
    public required int Epochs { get; init; }

    /// <summary>Images by which the best epoch is chosen.</summary>
    public required ImageSet Validation { get; init; }

    /// <summary>All that the result depends on.</summary>
    public required RunIdentity Identity { get; init; }

    /// <summary>Parameters that the result consists of.</summary>
    public ParameterPart Kept { get; init; } = ParameterPart.Task;

    /// <summary>True when the result has 16 bit floating point, else 32 bit.</summary>
    public bool HalfPrecision { get; init; }

    /// <summary>Faults that the network learns to live with; null for none, in floating point.</summary>
    public Retraining? Faults { get; init; }

    /// <summary>Where to go on after an interruption; null for no checkpoints.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>Longest time between two checkpoints.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to begin anew though there is a checkpoint.</summary>
    public bool Restart { get; init; }

    /// <summary>Is told of every step.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }
}
