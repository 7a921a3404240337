using System.Text;
using Memti.Arrays;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Loading;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Metrics;
using Memti.Scenarios;
using Memti.Simulation.Runs;

namespace Memti.Runs.Sweeps.Points;

/// <summary>
/// What all points of a sweep depend on beside what they set, part by part, so that a change can be named: Memti, the base with its files,
/// the rows that run, cells, plugins.
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
    /// <param name="start">What its points change.</param>
    /// <param name="catalog">Plugins and cells.</param>
    public static SweepContext Of(SweepStudy study, IStudyBase start, PluginCatalog catalog)
    {
        var context = new SweepContext();
        string modules = ModulesOf(typeof(SweepContext), typeof(ScenarioTemplate), typeof(Simulator), typeof(ArraySolver));
        context._parts["memti"] = $"{MemtiVersion.Current} {modules}";
        context._parts["metrics"] = Hash(string.Join('\n', MetricCatalog.Names));
        context._parts["designs"] = string.Join(',', study.Designs.Order(StringComparer.Ordinal));
        foreach (var part in start.Parts)
            context._parts[part.Key] = part.Value;
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

    // A deterministic compiler derives them from all of an assembly.
    private static string ModulesOf(params Type[] types) =>
        string.Join(' ', types.Select(static type => type.Module.ModuleVersionId.ToString("N")));

    private static string Hash(string text) => WholeFile.Sha256(Encoding.UTF8.GetBytes(text));
}
