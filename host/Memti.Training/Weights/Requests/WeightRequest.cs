using Memti.Training.Faults;

namespace Memti.Training.Weights.Requests;

/// <summary>What weight images shall be made of. Relative paths are meant from <see cref="Folder"/>.</summary>
public sealed record WeightRequest
{
    /// <summary>File of the request.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 over everything in the request that results depend on: without folders and places of items.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 over everything that training depends on: also without regions.</summary>
    public required string TrainingSha256 { get; init; }

    /// <summary>Folder at which relative paths of the request start.</summary>
    public required string Folder { get; init; }

    /// <summary>The scenario file.</summary>
    public required string Scenario { get; init; }

    /// <summary>Design of the scenario. Default: null, for its only one.</summary>
    public string? Design { get; init; }

    /// <summary><c>key=value</c> overrides of the scenario, in order.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The training engine, <c>network.engine</c> of the scenario. Default: null, for what the scenario says.</summary>
    public string? Engine { get; init; }

    /// <summary>The overrides of the scenario with that of the engine.</summary>
    public IReadOnlyList<string> Overrides => Engine is null ? Set : [.. Set, "network.engine=" + Engine];

    /// <summary>Weight file with the shared parameters.</summary>
    public required string Backbone { get; init; }

    /// <summary>Seed of training and faults.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads of a training step. Results depend on their number.</summary>
    public required int Threads { get; init; }

    /// <summary>Fraction of the training images that selects the best epoch.</summary>
    public required double Validation { get; init; }

    /// <summary>Retraining for one chip or for a fleet.</summary>
    public required FaultMode Faults { get; init; }

    /// <summary>The chip for <see cref="FaultMode.Fixed"/>.</summary>
    public required ulong Chip { get; init; }

    /// <summary>Number of chips to evaluate a fleet on, at least 2.</summary>
    public required int Trials { get; init; }

    /// <summary>Folder for relative data paths. Default: null, for the request's folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Further plugins and cells, as for <c>--plugin-path</c>.</summary>
    public IReadOnlyList<string> PluginPath { get; init; } = [];

    /// <summary>The tasks.</summary>
    public required IReadOnlyList<WeightTask> Tasks { get; init; }

    /// <summary>The regions.</summary>
    public IReadOnlyList<WeightRegion> Regions { get; init; } = [];

    /// <summary>The budgets.</summary>
    public IReadOnlyList<WeightBudget> Budgets { get; init; } = [];

    /// <summary>Folder for weight images and manifest.</summary>
    public required string Output { get; init; }

    /// <summary>Folder for trained weights, checkpoints and stamps.</summary>
    public required string Work { get; init; }

    /// <summary>Where a file of the request lies, as seen from the working directory.</summary>
    /// <param name="name">The file as the request names it: relative to <see cref="Folder"/>, or absolute.</param>
    public string At(string name) => Path.Combine(SeenFolder, name);

    /// <summary>
    /// The name of a file relative to <see cref="Folder"/>, so that results and stamps say the same wherever the folder lies.
    /// </summary>
    /// <param name="path">The file as <see cref="At"/> gives it; an absolute path stays one.</param>
    public string NameOf(string path)
    {
        string folder = SeenFolder;
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.Ordinal) ? Path.GetRelativePath(folder, path) : path;
    }

    /// <summary>The folder from the working directory; empty when it is that, so that names stay as the user knows them.</summary>
    private string SeenFolder => Path.GetRelativePath(Environment.CurrentDirectory, Folder) is var seen && seen == "." ? "" : seen;

    /// <summary>The chips to measure accuracy on.</summary>
    public IReadOnlyList<ulong> Chips =>
        Faults == FaultMode.Fixed ? [Chip] : [.. Enumerable.Range(0, Trials).Select(static chip => (ulong)chip)];
}
