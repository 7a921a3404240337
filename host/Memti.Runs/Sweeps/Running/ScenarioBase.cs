using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Metrics;
using Memti.Scenarios;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Sweeps.Running;

/// <summary>A scenario as the base of a study. Its rows are its designs.</summary>
internal sealed class ScenarioBase : IStudyBase
{
    private readonly ScenarioTemplate _template;

    private ScenarioBase(ScenarioTemplate template, ScenarioSet scenario, PointRunner runner, StudyBaseRequest request)
    {
        (_template, Runner) = (template, runner);
        Designs = runner.Chosen(scenario);
        AllDesigns = [.. scenario.Designs.Select(static design => design.Name)];
        Parts = PartsOf(template, scenario, request);
    }

    /// <summary>Runs its points.</summary>
    public PointRunner Runner { get; }

    /// <summary>The designs that run, with what the study sets everywhere.</summary>
    public IReadOnlyList<DesignScenario> Designs { get; }

    /// <summary>Names of all designs of the scenario.</summary>
    public IReadOnlyList<string> AllDesigns { get; }

    /// <inheritdoc />
    public string Sha256 => _template.Sha256;

    /// <inheritdoc />
    public IReadOnlyList<string> Rows => [.. Designs.Select(static design => design.Name)];

    /// <inheritdoc />
    public IReadOnlyList<int> Metrics => MetricCatalog.OfRuns;

    /// <inheritdoc />
    public int MostAtOnce => int.MaxValue;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parts { get; }

    /// <summary>Reads a scenario; null, with findings, when no point of it could run.</summary>
    public static ScenarioBase? Open(
        StudyBaseRequest request, PluginCatalog catalog, ICollection<Diagnostic> findings, CancellationToken cancellationToken)
    {
        ScenarioTemplate? template = ScenarioTemplate.Open(
            request.File, new CatalogKinds(catalog), out IReadOnlyList<Diagnostic> unreadable);
        foreach (Diagnostic finding in unreadable)
            findings.Add(finding);
        if (template is null)
            return null;
        ScenarioResult read = template.With(request.Set);
        foreach (Diagnostic finding in read.Findings)
            findings.Add(finding);
        return read.Scenario is { } scenario
            ? new ScenarioBase(template, scenario, new PointRunner(catalog, template, request.Rows, cancellationToken), request)
            : null;
    }

    /// <inheritdoc />
    public IEnumerable<Diagnostic> FindingsAt(IReadOnlyList<string> overrides) => _template.With(overrides).Findings;

    /// <inheritdoc />
    public double[][] ValuesAt(IReadOnlyList<string> overrides) => Runner.Values(overrides, moved: null);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static SortedDictionary<string, string> PartsOf(ScenarioTemplate template, ScenarioSet scenario, StudyBaseRequest request)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["scenario"] = WholeFile.Sha256(Encoding.UTF8.GetBytes(template.Content)),
        };
        if (scenario.Calibration is { } calibration)
            parts["calibration"] = calibration.Sha256;
        string folder = Path.GetDirectoryName(template.File) ?? "";
        foreach (var file in scenario.Designs.SelectMany(static design => design.Components).SelectMany(static one => one.Files))
            Add(file.Path);
        foreach (var file in scenario.Designs.SelectMany(static design => design.Workload.Files))
            Add(file.Path);
        foreach (string value in request.Words)
        {
            string path = Path.Combine(folder, value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"'));
            if (File.Exists(path))
                Add(path);
        }

        return parts;

        void Add(string path) =>
            parts[$"file {Path.GetRelativePath(folder.Length == 0 ? "." : folder, path)}"] = FileHash.OrMissing(path);
    }
}
