using Memti.Abstractions.Training;
using Memti.Scenarios.Components;
using Memti.Training.Faults;

namespace Memti.Training.Experiments;

/// <summary>An experiment as its file describes it: tasks by storage variants, before and after retraining.</summary>
public sealed record Experiment
{
    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The model with its options.</summary>
    public required ComponentSpec Model { get; init; }

    /// <summary>The model where whole networks are trained: the backbone, and tasks from scratch.</summary>
    public required ComponentSpec Whole { get; init; }

    /// <summary>Seed of everything.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Share of the training images by which the best epoch is chosen.</summary>
    public required double Validation { get; init; }

    /// <summary>Folder of data that is named by a relative path; itself relative to the file. Null for the folder of the file.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Weight file of the backbone; null where it is pretrained.</summary>
    public string? BackboneFile { get; init; }

    /// <summary>Images to pretrain the backbone with; null where there is a file.</summary>
    public string? BackboneData { get; init; }

    /// <summary>How to pretrain the backbone.</summary>
    public required TrainingRecipe Pretraining { get; init; }

    /// <summary>How to train the parameters of a task.</summary>
    public required TrainingRecipe Adapters { get; init; }

    /// <summary>How to retrain them against faults.</summary>
    public required TrainingRecipe Retraining { get; init; }

    /// <summary>How to train a whole network for each task, to compare with; null for not at all.</summary>
    public TrainingRecipe? FromScratch { get; init; }

    /// <summary>The tasks.</summary>
    public required IReadOnlyList<ExperimentTask> Tasks { get; init; }

    /// <summary>Ways to store the weights.</summary>
    public required IReadOnlyList<StorageVariant> Variants { get; init; }

    /// <summary>Which faults are learnt.</summary>
    public FaultMode Mode { get; init; }

    /// <summary>Chips that are tried before retraining.</summary>
    public required int MapsBefore { get; init; }

    /// <summary>Chips that are tried after it: each retrained for itself, or all with the weights of the fleet.</summary>
    public required int MapsAfter { get; init; }

    /// <summary>Where data lies: sets that are drawn or come with the system have no place.</summary>
    /// <param name="data">Data as the file names it.</param>
    /// <param name="folder">A folder in place of the file's; null for that.</param>
    public string Locate(string data, string? folder)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Contains(':', StringComparison.Ordinal) || data.StartsWith("fashion-mnist", StringComparison.Ordinal) || Path.IsPathRooted(data))
            return data;
        return folder is null ? Beside(Path.Combine(DataFolder ?? "", data)) : Path.Combine(folder, data);
    }

    /// <summary>A path relative to the file.</summary>
    public string Beside(string path) => Path.Combine(Path.GetDirectoryName(File) ?? "", path);
}
