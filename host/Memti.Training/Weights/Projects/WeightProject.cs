using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Loading;
using Memti.Runs.Runs;
using Memti.Scenarios;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Images;
using Memti.Training.Faults;
using Memti.Training.Plans;
using Memti.Training.Trainers;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Projects;

/// <summary>A request with its scenario: which memory holds what, and what the tasks are learnt with.</summary>
public sealed class WeightProject
{
    private readonly Lazy<WeightSource> _backbone;

    private WeightProject(WeightRequest request, ScenarioSet scenario, DesignScenario design, PluginCatalog catalog, IReadOnlyList<InputFile> inputs)
    {
        (Request, Scenario, Design, Catalog) = (request, scenario, design, catalog);
        Beside = FilesBeside();
        Inputs = [.. inputs, .. InputFiles.Beside(Beside)];
        Placement = new PlacementMap(design.Memories, hasShared: true, memory => MemoryVolatility.Of(catalog, memory.Component));
        _backbone = new(() => WeightSource.Read(Request.Backbone));
    }

    /// <summary>The request.</summary>
    public WeightRequest Request { get; }

    /// <summary>The scenario.</summary>
    public ScenarioSet Scenario { get; }

    /// <summary>The design whose memories hold the weights.</summary>
    public DesignScenario Design { get; }

    /// <summary>The loaded plugins.</summary>
    public PluginCatalog Catalog { get; }

    /// <summary>The model.</summary>
    public TrainableKind Model => new(Catalog, Design.Network);

    /// <summary>Which memory holds what, and keeps it while the power is off.</summary>
    public PlacementMap Placement { get; }

    /// <summary>The memories whose faults the network lives with: those that keep the parameters, also where a volatile memory is loaded from them.</summary>
    public WeightStorage Storage => new()
    {
        Shared = Placement.KeeperOf(MemoryContents.Shared).Component,
        Task = Placement.KeeperOf(MemoryContents.TaskSpecific).Component,
        SharedEcc = Spec(Placement.KeeperOf(MemoryContents.Shared))?.Ecc,
        TaskEcc = Spec(Placement.KeeperOf(MemoryContents.TaskSpecific))?.Ecc,
    };

    /// <summary>Parameters that tasks share; read once.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public WeightSource Backbone => _backbone.Value;

    /// <summary>Files that were found while the scenario was read: calibration, and files that options name.</summary>
    public IReadOnlyList<string> Beside { get; }

    /// <summary>All that results depend on, as it was before.</summary>
    public IReadOnlyList<InputFile> Inputs { get; }

    /// <summary>Reads the scenario of a request and sees that both fit; null, with findings, when they do not.</summary>
    public static WeightProject? Open(WeightBuild build, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(build);
        WeightRequest request = build.Request;
        IReadOnlyList<InputFile> inputs = build.Inputs; // Before the first of them is read.
        PluginCatalog catalog = build.Catalog();
        ScenarioResult read = new ScenarioReader(new CatalogKinds(catalog)).ReadFile(request.Scenario, request.Set);
        if (read.Scenario is not { } scenario)
        {
            findings = read.Findings;
            return null;
        }

        var fit = new RequestValidator(request, scenario);
        DesignScenario? design = fit.Design();
        findings = [.. read.Findings, .. fit.Findings, .. Assumed(design, catalog)];
        return design is null || findings.Any(static finding => finding.Severity == Severity.Error) ? null : new WeightProject(request, scenario, design, catalog, inputs);
    }

    /// <summary>The classes that a task must have, as the request or the scenario says; null when only its images do.</summary>
    public int? Classes(WeightTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Classes ?? Design.Tasks.First(other => other.Name == task.Name).Classes;
    }

    /// <summary>What the scenario says of a memory's image.</summary>
    public ImageSpec? Spec(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return Design.Images.GetValueOrDefault(memory.Name);
    }

    /// <summary>The cells of values in a memory; null for a memory without multi-level cells.</summary>
    public Func<int, ValueCodec?> CodecOf(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        FaultyRegion? region = new MemoryRegions(Catalog).Of(memory.Component);
        return bits => region?.Of(bits).Codec;
    }

    private static IReadOnlyList<Diagnostic> Assumed(DesignScenario? design, PluginCatalog catalog) => design is null ? [] : new MemoryRegions(catalog)
        .Notices([.. design.Memories.Where(static memory => (memory.Holds & (MemoryContents.Shared | MemoryContents.TaskSpecific)) != 0).Select(static memory => memory.Component)]);

    private string[] FilesBeside()
    {
        string folder = Path.GetDirectoryName(Request.Scenario) ?? "";
        IEnumerable<string> named = Components.SelectMany(static component => ComponentText.Values(component.Options))
            .SelectMany(option => new[] { option.Value, Path.Combine(folder, option.Value) }).Where(File.Exists);
        return [.. named.Concat(Scenario.Calibration is { } calibration ? [calibration.File] : []).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<ComponentSpec> Components => [Design.Network, Design.Accelerator, .. Design.Memories.Select(static memory => memory.Component), Design.Firmware];
}
