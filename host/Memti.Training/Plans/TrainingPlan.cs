using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Scenarios.Bindings;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;
using Memti.Training.Faults;
using Memti.Training.Runs;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>A training of a network, with or without faults.</summary>
/// <param name="Network">The network with its initial weights.</param>
/// <param name="Recipe">The training recipe.</param>
/// <param name="Trained">The parameters that training changes.</param>
public sealed record TrainingPlan(NetworkPlan Network, TrainingRecipe Recipe, TrainedPart Trained)
{
    /// <summary>Memories whose faults to train against. Default: null, for training in floating point.</summary>
    public WeightStorage? Storage { get; init; }

    /// <summary>The faults to train against. Default: fixed.</summary>
    public FaultMode Mode { get; init; }

    /// <summary>The chip for <see cref="FaultMode.Fixed"/>. Default: 0.</summary>
    public ulong Chip { get; init; }

    /// <summary>True for a result in 16-bit floating point, false for 32-bit. Default: false.</summary>
    public bool HalfPrecision { get; init; }

    /// <summary>Checkpoint file. Default: null, for no checkpoints.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>Longest time between two checkpoints. Default: 60 s.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to ignore an existing checkpoint. Default: false.</summary>
    public bool Restart { get; init; }

    /// <summary>Everything that the result depends on.</summary>
    public RunIdentity Identity(PluginCatalog catalog)
    {
        RunIdentity plain =
            new(
                [
                    .. Network.Identity,
                    new("trained", Trained.ToString()),
                    new("precision", HalfPrecision ? "half" : "single"),
                    new("recipe", ComponentText.Write(Recipe))
                ]);
        if (Recipe.Fluctuation is { } fluctuation)
            plain = plain.With(new KeyValuePair<string, string>("fluctuation", FluctuationIdentity.Of(fluctuation)));
        return Storage is not { } storage ? plain : plain.With([
            .. storage.Identity(catalog),
            new("faults", Mode == FaultMode.Fresh ? "fresh" : $"chip {Chip.ToString(CultureInfo.InvariantCulture)}"),
        ]);
    }

    /// <summary>Runs the training.</summary>
    /// <exception cref="MemtiException">As <see cref="TrainingRun.Run(TrainingJob, CancellationToken)"/>;
    /// <see cref="TrainingCodes.NoFaults"/>; <see cref="DiagnosticCode.ImagesDoNotFit"/>: there are no validation images.</exception>
    public TrainingOutcome Run(PluginCatalog catalog, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        if (Network.Data.Validation.Count == 0)
            throw new MemtiException(
                new Diagnostic(
                    DiagnosticCode.ImagesDoNotFit,
                    $"'{Network.Data.Name}' has no validation images, by which the best epoch is chosen; permitted: a validation share "
                        + "above 0.")
                { Key = "validation", Value = "0" });
        using GuardedTrainer trainer = Network.Create(Recipe, Trained);
        return TrainingRun.Run(new TrainingJob
        {
            Trainer = trainer,
            Epochs = Recipe.Epochs,
            Validation = Network.Data.Validation,
            Identity = Identity(catalog),
            // Shared parameters are frozen otherwise, so the backbone's file already has them.
            Kept = Trained == TrainedPart.Everything ? ParameterPart.All : ParameterPart.Task,
            HalfPrecision = HalfPrecision,
            Faults = FaultsOf(trainer, catalog),
            CheckpointFile = CheckpointFile,
            CheckpointEvery = CheckpointEvery,
            Restart = Restart,
            Progress = progress,
        }, cancellationToken);
    }

    private Retraining? FaultsOf(GuardedTrainer trainer, PluginCatalog catalog)
    {
        if (Storage is not { } storage)
            return null;
        WeightFaults faults = storage.Hold(trainer, catalog);
        storage.RequireFaults(faults);
        return new Retraining(faults, Mode, Network.Seed, Chip, storage.Pruned);
    }
}
