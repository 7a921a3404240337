using Memti.Abstractions.Training;
using Memti.Scenarios.Bindings;
using Memti.Training.Faults;
using Memti.Training.Fluctuation;

namespace Memti.Training.Experiments;

/// <summary>An experiment from a file: tasks by storage variants, before and after retraining.</summary>
public sealed record Experiment
{
    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the file.</summary>
    public required string File { get; init; }

    /// <summary>The model with its options.</summary>
    public required ComponentSpec Model { get; init; }

    /// <summary>The model for training whole networks: the backbone, and tasks from scratch.</summary>
    public required ComponentSpec Whole { get; init; }

    /// <summary>Seed of all random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Fraction of the training images that selects the best epoch, 0.01 to 0.9.</summary>
    public required double Validation { get; init; }

    /// <summary>Folder for relative data paths, relative to the file. Default: null, for the folder of the file.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Weight file of the backbone; null when it is pretrained.</summary>
    public string? BackboneFile { get; init; }

    /// <summary>Dataset to pretrain the backbone with; null with a weight file.</summary>
    public string? BackboneData { get; init; }

    /// <summary>Recipe for pretraining the backbone.</summary>
    public required TrainingRecipe Pretraining { get; init; }

    /// <summary>Recipe for the parameters of a task.</summary>
    public required TrainingRecipe Adapters { get; init; }

    /// <summary>Recipe for retraining against faults.</summary>
    public required TrainingRecipe Retraining { get; init; }

    /// <summary>Recipe for a whole network per task, for comparison. Default: null, for none.</summary>
    public TrainingRecipe? FromScratch { get; init; }

    /// <summary>The tasks.</summary>
    public required IReadOnlyList<ExperimentTask> Tasks { get; init; }

    /// <summary>The storage variants of the weights.</summary>
    public required IReadOnlyList<StorageVariant> Variants { get; init; }

    /// <summary>A study of fluctuating reads in place of storage variants. Default: null, for none.</summary>
    public FluctuationStudy? Fluctuation { get; init; }

    /// <summary>The faults to retrain against. Default: fixed.</summary>
    public FaultMode Mode { get; init; }

    /// <summary>Number of chips in the evaluation before retraining.</summary>
    public required int MapsBefore { get; init; }

    /// <summary>Number of chips in the evaluation after retraining: each with weights of its own, or all with the weights for a
    /// fleet.</summary>
    public required int MapsAfter { get; init; }

    /// <summary>The experiment with another training engine in all its models; null when they have no choice of engines.</summary>
    /// <param name="engine">The engine, such as <c>managed</c> or one that a plugin offers.</param>
    public Experiment? OnEngine(string engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        const string Key = "engine";
        if (Model.With(Key, engine) is not { } model || Whole.With(Key, engine) is not { } whole)
            return null;
        return this with
        {
            Model = model,
            Whole = whole,
            Variants = [.. Variants.Select(variant => variant with { Model = variant.Model.With(Key, engine)! })],
        };
    }

    /// <summary>Resolves a data path. Generated datasets and datasets of the system stay unchanged.</summary>
    /// <param name="data">Data as the file names it.</param>
    /// <param name="folder">Folder that replaces the file's; null to keep it.</param>
    public string Locate(string data, string? folder)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Contains(':', StringComparison.Ordinal)
            || data.StartsWith("fashion-mnist", StringComparison.Ordinal)
            || Path.IsPathRooted(data))
            return data;
        return folder is null ? Beside(Path.Combine(DataFolder ?? "", data)) : Path.Combine(folder, data);
    }

    /// <summary>Resolves a path relative to the file.</summary>
    public string Beside(string path) => Path.Combine(Path.GetDirectoryName(File) ?? "", path);
}
