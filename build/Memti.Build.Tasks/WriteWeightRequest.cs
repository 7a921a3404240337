using Memti.Abstractions.Diagnostics;
using Memti.Build.Tasks.Requests;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Reads items and properties of the project and writes the request that the worker is started with; the file is touched only when its bytes change.</summary>
[MSBuildMultiThreadableTask]
public sealed class WriteWeightRequest : Microsoft.Build.Utilities.Task, IMultiThreadableTask
{
    /// <summary>The request file.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary>The project that is built: where errors of properties are shown.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Folder of images and manifest.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Folder of trained weights, checkpoints and stamps.</summary>
    [Required]
    public string WorkFolder { get; set; } = "";

    /// <summary>The scenario: exactly one.</summary>
    public ITaskItem[] Scenarios { get; set; } = [];

    /// <summary>Tasks to be trained.</summary>
    public ITaskItem[] MemtiTasks { get; set; } = [];

    /// <summary>Regions of which images are wanted.</summary>
    public ITaskItem[] Regions { get; set; } = [];

    /// <summary>Limits that must be kept.</summary>
    public ITaskItem[] Budgets { get; set; } = [];

    /// <summary>Design of the scenario.</summary>
    public string? Design { get; set; }

    /// <summary>Overrides of the scenario, <c>key=value</c>.</summary>
    public string[] Set { get; set; } = [];

    /// <summary>Weights that all tasks share.</summary>
    public string? Backbone { get; set; }

    /// <summary>Seed of training and faults, from 0.</summary>
    public string? Seed { get; set; }

    /// <summary>Threads of training. Results depend on their number, so that it has a fixed default, whatever the machine.</summary>
    public string? Threads { get; set; }

    /// <summary>Share of the training images that choose the epoch.</summary>
    public string? Validation { get; set; }

    /// <summary><c>fresh</c> for a fleet, <c>fixed</c> for one chip.</summary>
    public string? Faults { get; set; }

    /// <summary>Number of the chip, where faults are fixed.</summary>
    public string? Chip { get; set; }

    /// <summary>Chips on which accuracy is judged.</summary>
    public string? Trials { get; set; }

    /// <summary>Folder of images to train on.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Folders of plugins, beside those of the worker.</summary>
    public string[] PluginPath { get; set; } = [];

    /// <inheritdoc />
    public TaskEnvironment TaskEnvironment { get; set; } = TaskEnvironment.Fallback;

    /// <inheritdoc />
    public override bool Execute()
    {
        WeightRequest request = Read(new BuildFindings(Log));
        if (!Log.HasLoggedErrors)
            Write(request);
        return !Log.HasLoggedErrors;
    }

    private WeightRequest Read(BuildFindings findings)
    {
        var items = new RequestItems(findings);
        var properties = new PropertyReader(ProjectFile, findings);
        return new WeightRequest
        {
            Folder = TaskEnvironment.ProjectDirectory,
            Scenario = Scenario(findings),
            Design = PropertyReader.Text(Design),
            Set = Set,
            Backbone = PropertyReader.Text(Backbone),
            Seed = properties.Whole("MemtiSeed", Seed, 0, long.MaxValue),
            Threads = properties.Whole("MemtiThreads", Threads, 1, 1024),
            Validation = properties.Number("MemtiValidation", Validation, new NumberRange(0.01, 0.9)),
            Faults = properties.Word("MemtiFaults", Faults, "fresh", "fixed"),
            Chip = properties.Whole("MemtiChip", Chip, 0, long.MaxValue),
            Trials = properties.Whole("MemtiTrials", Trials, 2, 100_000),
            DataFolder = PropertyReader.Text(DataFolder),
            PluginPath = PluginPath,
            Tasks = items.Tasks(MemtiTasks),
            Regions = items.Regions(Regions),
            Budgets = items.Budgets(Budgets),
            Output = OutputFolder,
            Work = WorkFolder,
        };
    }

    private string? Scenario(BuildFindings findings)
    {
        if (Scenarios.Length == 1)
            return Scenarios[0].ItemSpec;
        DiagnosticLocation place = Scenarios.Length == 0 ? new DiagnosticLocation(ProjectFile) : findings.Places.Of(Scenarios[1], "MemtiScenario");
        findings.Error(DiagnosticCode.BuildScenario, place, $"a project has one MemtiScenario; there are {Scenarios.Length}.");
        return null;
    }

    private void Write(WeightRequest request)
    {
        string file = TaskEnvironment.GetAbsolutePath(Request);
        try
        {
            AsideFile.WriteIfChanged(file, request.ToJson());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, DiagnosticCode.OutputUnwritable, null, ProjectFile, 0, 0, 0, 0, "{0}", $"'{file}' cannot be written: {error.Message}");
        }
    }
}
