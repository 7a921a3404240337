using System.Text;
using Memti.Arrays;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Loading;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Metrics;
using Memti.Scenarios;
using Memti.Simulation.Runs;

namespace Memti.Runs.Sweeps.Points;

/// <summary>
/// What all points of a sweep depend on beside what they set, part by part, so that a change can be named: Memti, the scenario, its
/// calibration, the designs that run, files, cells, plugins.
/// </summary>
internal sealed class SweepContext
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    private SweepContext()
    {
    }

    /// <summary>The parts by name, each with what identifies its content.</summary>
    public IReadOnlyDictionary<string, string> Parts => _parts;

    /// <summary>All parts as one text.</summary>
    public string Text => string.Join('\n', _parts.Select(static part => $"{part.Key}={part.Value}"));

    /// <summary>The context of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="template">Its scenario.</param>
    /// <param name="scenario">The scenario as it stands, with what the study sets everywhere.</param>
    /// <param name="catalog">Plugins and cells.</param>
    public static SweepContext Of(SweepStudy study, ScenarioTemplate template, ScenarioSet scenario, PluginCatalog catalog)
    {
        var context = new SweepContext();
        string modules = ModulesOf(typeof(SweepContext), typeof(ScenarioTemplate), typeof(Simulator), typeof(ArraySolver));
        context._parts["memti"] = $"{MemtiVersion.Current} {modules}";
        context._parts["metrics"] = Hash(string.Join('\n', MetricCatalog.Names));
        context._parts["scenario"] = Hash(template.Content);
        context._parts["designs"] = string.Join(',', study.Designs.Order(StringComparer.Ordinal));
        if (scenario.Calibration is { } calibration)
            context._parts["calibration"] = calibration.Sha256;
        context.AddFiles(study, template, scenario);
        foreach (var cell in catalog.Cells.Cells)
            context._parts[$"cell {cell.Cell.Name}"] = cell.Sha256;
        foreach (LoadedPlugin plugin in catalog.Plugins)
            if (plugin.Manifest is { } manifest)
                context._parts[$"plugin {plugin.Id}"] = manifest.Sha256;
        return context;
    }

    /// <summary>Names of the parts that differ from those of an earlier sweep.</summary>
    public IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before) => _parts.Keys
        .Union(before.Keys)
        .Order(StringComparer.Ordinal)
        .Where(part => _parts.GetValueOrDefault(part) != before.GetValueOrDefault(part));

    /// <summary>The key of a point. The order in which a study names its axes is not part of it.</summary>
    /// <param name="prefix">SHA-256 of the context.</param>
    /// <param name="overrides">What the point sets.</param>
    public static JobKey KeyOf(string prefix, IReadOnlyList<string> overrides)
    {
        // The last one of a key wins.
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string expression in overrides)
        {
            int equals = expression.IndexOf('=', StringComparison.Ordinal);
            last[expression[..equals].Trim()] = expression[(equals + 1)..];
        }

        var text = new StringBuilder("memti point 1\n").Append(prefix);
        foreach ((string key, string value) in last)
            text.Append('\n').Append(key).Append('=').Append(value);
        return JobKey.Of(text.ToString());
    }

    /// <summary>SHA-256 of the context.</summary>
    public string Hash() => Hash(Text);

    /// <summary>The files that the scenario names, and those that a value of an axis may name.</summary>
    private void AddFiles(SweepStudy study, ScenarioTemplate template, ScenarioSet scenario)
    {
        string folder = Path.GetDirectoryName(template.File) ?? "";
        foreach (var file in scenario.Designs.SelectMany(static design => design.Components).SelectMany(static one => one.Files))
            AddFile(file.Path, folder);
        foreach (var file in scenario.Designs.SelectMany(static design => design.Workload.Files))
            AddFile(file.Path, folder);
        IEnumerable<AxisCase> words = study.Axes.Where(static axis => !axis.Axis.IsNumber).SelectMany(static axis => axis.Cases);
        foreach (string value in words.SelectMany(static one => one.Overrides).Concat(study.Set))
        {
            string path = Path.Combine(folder, value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"'));
            if (File.Exists(path))
                AddFile(path, folder);
        }
    }

    private void AddFile(string path, string folder) =>
        _parts[$"file {Path.GetRelativePath(folder.Length == 0 ? "." : folder, path)}"] = FileHash.OrMissing(path);

    // A deterministic compiler derives them from all of an assembly.
    private static string ModulesOf(params Type[] types) =>
        string.Join(' ', types.Select(static type => type.Module.ModuleVersionId.ToString("N")));

    private static string Hash(string text) => WholeFile.Sha256(Encoding.UTF8.GetBytes(text));
}
