using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Reads the charts of a study.</summary>
/// <param name="axes">The axes of the study.</param>
/// <param name="metrics">Its metrics, as indices in the catalog; a metric that only a chart names is added.</param>
/// <param name="objectives">Its objectives.</param>
/// <param name="findings">What is wrong.</param>
internal sealed class ChartReader(
    IReadOnlyList<AxisSpec> axes, List<int> metrics, IReadOnlyList<SweepObjective> objectives, FindingList findings)
{
    /// <summary>The charts that are sound.</summary>
    public IReadOnlyList<StudyChart> Read(Section charts)
    {
        List<StudyChart> read = [];
        foreach (MappingEntry entry in charts.Node.Entries)
            if (SweepKeys.Chart.TryRead(entry.Value, findings, out object? section) && Read(entry, (Section)section) is { } chart)
                read.Add(chart);
        return read;
    }

    /// <summary>The charts of a study that names none: the front of its objectives, and its first metric along its first axis.</summary>
    public IReadOnlyList<StudyChart> Usual()
    {
        List<StudyChart> charts = [];
        if (objectives.Count > 1)
            charts.Add(Usual("front", StudyChartKind.Front, Objective(0), Objective(1)));
        if (FirstNumber is { } numbers)
            charts.Add(Usual("lines", StudyChartKind.Lines, numbers, NameOf(metrics[0])));
        else if (axes.Count > 0)
            charts.Add(Usual("bars", StudyChartKind.Bars, axes[0].Name, NameOf(metrics[0])));
        return charts;
    }

    private static StudyChart Usual(string name, StudyChartKind kind, string x, string y) =>
        new() { Name = name, Kind = kind, X = x, Y = y, IsUsual = true };

    private string? FirstNumber => axes.FirstOrDefault(static axis => axis.Axis.IsNumber)?.Name;

    private static string NameOf(int metric) => MetricCatalog.All[metric].Name;

    private string Objective(int place) => NameOf(metrics[objectives[place].Metric]);

    private StudyChart? Read(MappingEntry entry, Section section)
    {
        if (!IsFileName(entry.Key))
        {
            Bad(entry.Place, $"'{entry.Key}' is no name of a chart; permitted: letters, digits, hyphens and underscores, 1 to 64");
            return null;
        }

        StudyChartKind kind = ChartKeys.Kind.Read(section);
        (string? x, string? y) = (XOf(section, kind), YOf(section, kind));
        string? by = ChartKeys.By.Read(section);
        if (by is not null && Axis(by, ChartKeys.By.Find(section.Node)!.Place) is null)
            return null;
        Dictionary<string, string>? at = ReadAt(section);
        return x is null || y is null || at is null ? null : new StudyChart
        {
            Name = entry.Key,
            Kind = kind,
            X = x,
            Y = y,
            By = by,
            At = at,
            XScale = ChartKeys.XScale.Read(section),
            YScale = ChartKeys.YScale.Read(section),
            Title = ChartKeys.Title.Read(section),
        };
    }

    private static bool IsFileName(string name) =>
        name.Length is > 0 and <= 64 && name.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    private string? XOf(Section section, StudyChartKind kind)
    {
        SourceLocation place = ChartKeys.X.Find(section.Node)?.Place ?? section.Node.Place;
        string? name = ChartKeys.X.Read(section);
        if (kind == StudyChartKind.Front)
            return name is null ? UsualObjective(0, "x", place) : Column(name, place);
        name ??= kind == StudyChartKind.Lines ? FirstNumber : axes.Count > 0 ? axes[0].Name : null;
        if (name is null)
            Bad(place, "lines need an axis of numbers, and the study has none; permitted: `kind: bars`, or such an axis");
        else if (Axis(name, place) is { } axis && (kind == StudyChartKind.Bars || axis.Axis.IsNumber))
            return name;
        else if (axes.Any(axis => axis.Name == name))
            Bad(place, $"axis '{name}' has words, which no line joins; permitted: `kind: bars`, or an axis of numbers");
        return null;
    }

    private string? YOf(Section section, StudyChartKind kind)
    {
        SourceLocation place = ChartKeys.Y.Find(section.Node)?.Place ?? section.Node.Place;
        if (ChartKeys.Y.Read(section) is not { } name)
            return kind == StudyChartKind.Front ? UsualObjective(1, "y", place) : NameOf(metrics[0]);
        return Metric(name, place) ? name : null;
    }

    private string? UsualObjective(int place, string key, SourceLocation location)
    {
        if (objectives.Count > place)
            return Objective(place);
        Bad(location, $"a front without objectives has no {key}; permitted: `{key}`, or a section `objectives`");
        return null;
    }

    // A metric, or an axis of numbers.
    private string? Column(string name, SourceLocation place)
    {
        if (axes.Any(axis => axis.Name == name && axis.Axis.IsNumber))
            return name;
        return Metric(name, place) ? name : null;
    }

    private bool Metric(string name, SourceLocation place)
    {
        if (MetricCatalog.Find(name) is { } metric)
        {
            if (!metrics.Contains(metric))
                metrics.Add(metric);
            return true;
        }

        findings.UnknownWord(DiagnosticCode.UnknownName, place, name, "there is no metric of that name", MetricCatalog.Names);
        return false;
    }

    private AxisSpec? Axis(string name, SourceLocation place)
    {
        AxisSpec? found = axes.FirstOrDefault(axis => axis.Name == name);
        if (found is null)
            findings.UnknownWord(
                DiagnosticCode.UnknownName, place, name, "there is no axis of that name", [.. axes.Select(static axis => axis.Name)]);
        return found;
    }

    private Dictionary<string, string>? ReadAt(Section section)
    {
        Dictionary<string, string> at = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in ChartKeys.At.Read(section)?.Node.Entries ?? [])
        {
            if (Axis(entry.Key, entry.Place) is not { } axis)
                return null;
            string value = FlowText.Of(entry.Value);
            if (axis.Cases.Count > 0 && axis.Cases.All(one => one.Text != value))
            {
                Bad(entry.Value.Place, $"axis '{axis.Name}' has no value {value}; permitted: {Some(axis)}");
                return null;
            }

            at[entry.Key] = value;
        }

        return at;
    }

    private static string Some(AxisSpec axis) =>
        string.Join(", ", axis.Cases.Take(20).Select(static one => one.Text)) + (axis.Cases.Count > 20 ? ", ..." : "");

    private void Bad(SourceLocation place, string what) => findings.Add(SweepCodes.BadChart, place, what + ".");
}
