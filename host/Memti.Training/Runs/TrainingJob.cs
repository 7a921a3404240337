using Memti.Abstractions.Training;
using Memti.Training.Checkpoints;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Runs;

/// <summary>A training run: network, duration and checkpoints.</summary>
public sealed record TrainingJob
{
    /// <summary>The network with its initial weights.</summary>
    public required GuardedTrainer Trainer { get; init; }

    /// <summary>Number of epochs.</summary>
    public required int Epochs { get; init; }

    /// <summary>Images that select the best epoch.</summary>
    public required ImageSet Validation { get; init; }

    /// <summary>Everything that the result depends on.</summary>
    public required RunIdentity Identity { get; init; }

    /// <summary>Parameters of the result. Default: those of the task.</summary>
    public ParameterPart Kept { get; init; } = ParameterPart.Task;

    /// <summary>True for a result in 16-bit floating point, false for 32-bit. Default: false.</summary>
    public bool HalfPrecision { get; init; }

    /// <summary>Faults to train against. Default: null, for training in floating point.</summary>
    public Retraining? Faults { get; init; }

    /// <summary>Checkpoint file. Default: null, for no checkpoints.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>Longest time between two checkpoints. Default: 60 s.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to ignore an existing checkpoint. Default: false.</summary>
    public bool Restart { get; init; }

    /// <summary>Receives the progress after every step. Default: null.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }
}
