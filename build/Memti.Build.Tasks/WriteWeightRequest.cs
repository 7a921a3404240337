using Memti.Abstractions.Diagnostics;
using Memti.Build.Tasks.Requests;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Reads items and properties of the project, and writes the worker's request. Touches the file only when its bytes
/// change.</summary>
[MSBuildMultiThreadableTask]
public sealed class WriteWeightRequest : Microsoft.Build.Utilities.Task, IMultiThreadableTask
{
    /// <summary>The request file.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary>The built project, at which errors of properties are reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Folder for weight images and manifest.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Folder for trained weights, checkpoints and stamps.</summary>
    [Required]
    public string WorkFolder { get; set; } = "";

    /// <summary>The scenario; exactly one item.</summary>
    public ITaskItem[] Scenarios { get; set; } = [];

    /// <summary>The tasks to train.</summary>
    public ITaskItem[] MemtiTasks { get; set; } = [];

    /// <summary>The regions to write weight images for.</summary>
    public ITaskItem[] Regions { get; set; } = [];

    /// <summary>The budgets to check.</summary>
    public ITaskItem[] Budgets { get; set; } = [];

    /// <summary>Design of the scenario. Default: null, for its only one.</summary>
    public string? Design { get; set; }

    /// <summary>Overrides of the scenario, <c>key=value</c>.</summary>
    public string[] Set { get; set; } = [];

    /// <summary>Weight file with the shared parameters.</summary>
    public string? Backbone { get; set; }

    /// <summary>Seed of training and faults, at least 0.</summary>
    public string? Seed { get; set; }

    /// <summary>Threads of training. Results depend on their number, so the default is fixed and independent of the machine.</summary>
    public string? Threads { get; set; }

    /// <summary>Fraction of the training images that selects the best epoch.</summary>
    public string? Validation { get; set; }

    /// <summary><c>fresh</c> for a fleet, <c>fixed</c> for one chip.</summary>
    public string? Faults { get; set; }

    /// <summary>What trains: <c>managed</c>, or an engine that a plugin offers.</summary>
    public string? Engine { get; set; }

    /// <summary>Index of the chip for fixed faults.</summary>
    public string? Chip { get; set; }

    /// <summary>Number of chips to measure accuracy on.</summary>
    public string? Trials { get; set; }

    /// <summary>Folder of the datasets.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Plugin folders in addition to those of the worker.</summary>
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
            Engine = PropertyReader.Text(Engine),
            Backbone = PropertyReader.Text(Backbone),
            Seed = properties.Whole("MemtiSeed", Seed),
            Threads = properties.Whole("MemtiThreads", Threads),
            Validation = properties.Number("MemtiValidation", Validation),
            Faults = properties.Word("MemtiFaults", Faults, "fresh", "fixed"),
            Chip = properties.Whole("MemtiChip", Chip),
            Trials = properties.Whole("MemtiTrials", Trials),
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
        DiagnosticLocation place = Scenarios.Length == 0
            ? new DiagnosticLocation(ProjectFile)
            : findings.Places.Of(Scenarios[1], "MemtiScenario");
        findings.Error(BuildCodes.BuildScenario, place, $"a project has one MemtiScenario; there are {Scenarios.Length}.");
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
            Log.LogError(
                null,
                DiagnosticCode.OutputUnwritable,
                null,
                ProjectFile,
                0,
                0,
                0,
                0,
                "{0}",
                $"'{file}' cannot be written: {error.Message}");
        }
    }
}
