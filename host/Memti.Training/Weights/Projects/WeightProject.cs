using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
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

/// <summary>A request with its scenario: the memories of the weights, and the model of the tasks.</summary>
public sealed class WeightProject
{
    private readonly Lazy<WeightSource> _backbone;

    private WeightProject(WeightBuild build, PluginCatalog catalog, ScenarioSet scenario, DesignScenario design, PlacementMap placement)
    {
        (Request, Catalog, Scenario, Design, Placement) = (build.Request, catalog, scenario, design, placement);
        Beside = [.. FilesOf(scenario, design).Select(Request.NameOf).Distinct().Order(StringComparer.Ordinal)];
        Inputs = [.. build.Inputs, .. InputFiles.Beside(Request, Beside)];
        _backbone = new(() => WeightSource.Read(Request.At(Request.Backbone)));
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

    /// <summary>Which memory holds which contents, and which keeps them without power.</summary>
    public PlacementMap Placement { get; }

    /// <summary>The memories whose faults affect the network: those that keep the parameters, even when a volatile memory is loaded from
    /// them.</summary>
    public WeightStorage Storage => new()
    {
        // Faults of non-volatile cells are copied along when a volatile memory is loaded from them.
        Shared = Placement.KeeperOf(MemoryContents.Shared).Component,
        Task = Placement.KeeperOf(MemoryContents.TaskSpecific).Component,
        SharedEcc = Spec(Placement.KeeperOf(MemoryContents.Shared))?.Ecc,
        TaskEcc = Spec(Placement.KeeperOf(MemoryContents.TaskSpecific))?.Ecc,
    };

    /// <summary>Shared parameters, read once.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public WeightSource Backbone => _backbone.Value;

    /// <summary>
    /// Files that the scenario names, as seen from the folder of the request: its calibration, and those of its components.
    /// </summary>
    public IReadOnlyList<string> Beside { get; }

    /// <summary>Everything that results depend on, hashed before the work.</summary>
    public IReadOnlyList<InputFile> Inputs { get; }

    /// <summary>Reads the scenario of a request and checks that both fit; null, with findings, when they do not.</summary>
    public static WeightProject? Open(WeightBuild build, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(build);
        WeightRequest request = build.Request;
        _ = build.Inputs; // Hashed before the first of them is read.
        PluginCatalog catalog = build.Catalog();
        ScenarioResult read = new ScenarioReader(new CatalogKinds(catalog)).ReadFile(request.At(request.Scenario), request.Overrides);
        IReadOnlyList<Diagnostic> misfits = [];
        WeightProject? project = read.Scenario is { } scenario ? Fitted(build, catalog, scenario, out misfits) : null;
        findings = [.. read.Findings, .. misfits];
        return findings.Any(static finding => finding.Severity == Severity.Error) ? null : project;
    }

    /// <summary>Required number of classes of a task, from the request or the scenario; null when only the images know it.</summary>
    public int? Classes(WeightTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Classes ?? Design.Tasks.First(other => other.Name == task.Name).Classes;
    }

    /// <summary>The scenario's image settings of a memory; null for none.</summary>
    public ImageSpec? Spec(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return Design.Images.GetValueOrDefault(memory.Name);
    }

    /// <summary>Returns the codec for a number of bits in a memory; null for a memory without multi-level cells.</summary>
    public Func<int, ValueCodec?> CodecOf(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        FaultyRegion? region = new MemoryRegions(Catalog).Of(memory.Component);
        return bits => region?.Of(bits).Codec;
    }

    /// <summary>The project, with what does not fit; null when the scenario has no such design.</summary>
    private static WeightProject? Fitted(
        WeightBuild build, PluginCatalog catalog, ScenarioSet scenario, out IReadOnlyList<Diagnostic> findings)
    {
        var fit = new RequestValidator(build.Request, scenario);
        findings = fit.Findings;
        if (fit.Design() is not { } design)
            return null;
        var placement = new PlacementMap(design.Memories, hasShared: true, memory => MemoryVolatility.Of(catalog, memory.Component));
        fit.Check(design, placement);
        findings = [.. fit.Findings, .. Assumed(design, catalog)];
        return new WeightProject(build, catalog, scenario, design, placement);
    }

    private static IReadOnlyList<Diagnostic> Assumed(DesignScenario design, PluginCatalog catalog)
    {
        const MemoryContents Read = MemoryContents.Shared | MemoryContents.TaskSpecific;
        ComponentSpec[] memories = [.. design.Memories
            .Where(static memory => (memory.Holds & Read) != 0)
            .Select(static memory => memory.Component)];
        return new MemoryRegions(catalog).Notices(memories);
    }

    private static IEnumerable<string> FilesOf(ScenarioSet scenario, DesignScenario design) =>
    [
        .. scenario.Calibration is { } calibration ? (string[])[calibration.File] : [],
        .. design.Components.SelectMany(static component => component.Files).Select(static file => file.Path),
    ];
}
