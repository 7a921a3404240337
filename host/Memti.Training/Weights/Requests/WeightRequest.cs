using Memti.Training.Faults;

namespace Memti.Training.Weights.Requests;

/// <summary>What weight images shall be made of. Relative paths are meant from <see cref="Folder"/>.</summary>
public sealed record WeightRequest
{
    /// <summary>The file that the request was read from.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 over everything in the request that results depend on: not the folders, nor the places of items.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The same over what training depends on alone: without regions.</summary>
    public required string TrainingSha256 { get; init; }

    /// <summary>The folder that relative paths of the request are meant from.</summary>
    public required string Folder { get; init; }

    /// <summary>The scenario file.</summary>
    public required string Scenario { get; init; }

    /// <summary>The design of the scenario; null for its only one.</summary>
    public string? Design { get; init; }

    /// <summary><c>key=value</c> overrides of the scenario, in order.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Weight file with the parameters that tasks share.</summary>
    public required string Backbone { get; init; }

    /// <summary>Seed of training and faults.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads of a training step: part of what results depend on.</summary>
    public required int Threads { get; init; }

    /// <summary>Share of the training images by which the best epoch is chosen.</summary>
    public required double Validation { get; init; }

    /// <summary>Retrain for one chip, or for a fleet.</summary>
    public required FaultMode Faults { get; init; }

    /// <summary>The chip of <see cref="FaultMode.Fixed"/>.</summary>
    public required ulong Chip { get; init; }

    /// <summary>Chips on which a fleet is judged, 2 and more.</summary>
    public required int Trials { get; init; }

    /// <summary>Folder of data that is named by a relative path; null for the request's folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Further plugins and cells, as <c>--plugin-path</c> takes them.</summary>
    public IReadOnlyList<string> PluginPath { get; init; } = [];

    /// <summary>The tasks.</summary>
    public required IReadOnlyList<WeightTask> Tasks { get; init; }

    /// <summary>The regions.</summary>
    public IReadOnlyList<WeightRegion> Regions { get; init; } = [];

    /// <summary>The budgets.</summary>
    public IReadOnlyList<WeightBudget> Budgets { get; init; } = [];

    /// <summary>Folder of images and manifest.</summary>
    public required string Output { get; init; }

    /// <summary>Folder of trained weights, checkpoints and stamps.</summary>
    public required string Work { get; init; }

    /// <summary>Where a file of the request lies, as seen from the working directory.</summary>
    /// <param name="name">The file as the request names it: relative to <see cref="Folder"/>, or absolute.</param>
    public string At(string name) => Path.Combine(SeenFolder, name);

    /// <summary>The name of a file relative to <see cref="Folder"/>, so that results and stamps say the same wherever the folder lies.</summary>
    /// <param name="path">The file as <see cref="At"/> gives it; an absolute path stays one.</param>
    public string NameOf(string path)
    {
        string folder = SeenFolder;
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.Ordinal) ? Path.GetRelativePath(folder, path) : path;
    }

    /// <summary>The folder from the working directory; empty when it is that, so that names stay as the user knows them.</summary>
    private string SeenFolder => Path.GetRelativePath(Environment.CurrentDirectory, Folder) is var seen && seen == "." ? "" : seen;

    /// <summary>The chips on which accuracy is measured.</summary>
    public IReadOnlyList<ulong> Chips => Faults == FaultMode.Fixed ? [Chip] : [.. Enumerable.Range(0, Trials).Select(static chip => (ulong)chip)];
}
