using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Expressions;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Reads study files. Invalid input gives findings, never an exception.</summary>
public sealed class SweepReader
{
    private const string Extension = ".study.yaml";

    private readonly string _file;
    private readonly FindingList _findings;

    private SweepReader(string file) => (_file, _findings) = (file, new FindingList(file));

    /// <summary>True for a file that says that it is a study; false for any other, and for one that cannot be read.</summary>
    public static bool IsStudy(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SourceFile.Read(path, out _) is { } source && VersionedDocument.Says(source.Text, SweepKeys.Version);
    }

    /// <summary>Reads a study; null, with findings, when it is not usable.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">All findings, in the order of the file.</param>
    public static SweepStudy? ReadFile(string path, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        var reader = new SweepReader(path);
        SweepStudy? study = reader.Read();
        findings = reader._findings.InFileOrder();
        return reader._findings.HasErrors ? null : study;
    }

    private SweepStudy? Read()
    {
        if (SourceFile.Read(_file, out string trouble) is not { } source)
        {
            _findings.Add(VersionedDocument.Unreadable(_file, "study", trouble));
            return null;
        }

        return VersionedDocument.Read(source, _file, SweepKeys.Version, _findings) is { } root ? Read(root, source) : null;
    }

    private SweepStudy? Read(Section root, SourceFile source)
    {
        SweepKeys.Root.RefuseOthers(root);
        string? scenario = SweepKeys.Base.Read(root);
        Section? section = SweepKeys.Axes.Read(root);
        IReadOnlyList<AxisSpec> axes = section is null ? [] : AxesType.Items(section);
        SampleSpec? sample = ReadSample(root);
        List<int> metrics = ReadMetrics(root);
        SweepObjective[] objectives = [.. ReadObjectives(root, metrics)];
        int? crossings = ReadCrossings(root, metrics);
        IReadOnlyList<IReadOnlyList<int>> zipped = ReadZip(root, axes, sample is not null);
        Condition[] constraints = [.. ReadConstraints(root, axes, metrics)];
        IReadOnlyList<StudyChart> charts = ReadCharts(root, new ChartReader(axes, metrics, objectives, _findings));
        if (scenario is null || section is null || _findings.HasErrors)
            return null;
        RequireValues(axes, section, sample);
        return new SweepStudy
        {
            Name = SweepKeys.Name.Read(root) ?? NameOf(_file),
            Description = SweepKeys.Description.Read(root) ?? "",
            File = _file,
            Sha256 = source.Sha256,
            Base = Path.Combine(Path.GetDirectoryName(_file) ?? "", scenario),
            BasePlace = SweepKeys.Base.Find(root)!.Place,
            Designs = SweepKeys.Designs.Read(root) ?? [],
            Metrics = metrics,
            Objectives = objectives,
            Crossings = crossings,
            Charts = charts,
            Set = [.. (SweepKeys.Set.Read(root)?.Node.Entries ?? []).Select(static entry => $"{entry.Key}={FlowText.Of(entry.Value)}")],
            Axes = axes,
            Zipped = zipped,
            Sample = sample,
            Uncertainty = SweepKeys.Uncertainty.Read(root) is { } uncertainty
                ? new UncertaintySpec(SweepKeys.Samples.Read(uncertainty), SweepKeys.Seed.Read(uncertainty))
                : null,
            Constraints = constraints,
            AxesPlace = section.Node.Place,
        };
    }

    private static string NameOf(string file)
    {
        string name = Path.GetFileName(file);
        return name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : Path.GetFileNameWithoutExtension(name);
    }

    private static IReadOnlyList<StudyChart> ReadCharts(Section root, ChartReader reader) =>
        SweepKeys.Charts.Read(root) is { } charts ? reader.Read(charts) : SweepKeys.Charts.Find(root.Node) is null ? reader.Usual() : [];

    private static SampleSpec? ReadSample(Section root) =>
        SweepKeys.Sample.Read(root) is not { } section || SweepKeys.Points.Read(section) is not { } points
            ? null
            : new SampleSpec(SweepKeys.Method.Read(section), points, SweepKeys.Seed.Read(section));

    private void RequireValues(IReadOnlyList<AxisSpec> axes, Section section, SampleSpec? sample)
    {
        if (axes.Count == 0)
            _findings.Add(SweepCodes.NoPoints, section.Node.Place, "the study has no axis, and so no point; permitted: one or more axes.");
        foreach (AxisSpec axis in axes.Where(axis => axis.Cases.Count == 0 && (sample is null || axis.Range is null)))
            _findings.Add(
                SweepCodes.NoPoints,
                axis.Place,
                axis.Range is null
                    ? $"axis '{axis.Name}' has no value; permitted: one or more."
                    : $"axis '{axis.Name}' has a range and no step or number of points; permitted: `step` in a range, `points` in a log "
                        + "range, or a section `sample`.");
    }

    private List<int> ReadMetrics(Section root)
    {
        List<int> metrics = [];
        foreach (ScalarNode node in (SweepKeys.Metrics.Find(root) as SequenceNode)?.Items.OfType<ScalarNode>() ?? [])
            if (Metric(node.Text, node.Place) is { } metric && !metrics.Contains(metric))
                metrics.Add(metric);
        SweepKeys.Metrics.Read(root);
        return metrics.Count > 0 ? metrics : [.. MetricCatalog.Default];
    }

    private IEnumerable<SweepObjective> ReadObjectives(Section root, List<int> metrics)
    {
        var direction = new DocumentKey<ObjectiveDirection?>("", "");
        foreach (MappingEntry entry in SweepKeys.Objectives.Read(root)?.Node.Entries ?? [])
            if (Metric(entry.Key, entry.Place) is { } metric && direction.TryRead(entry.Value, _findings, out object? wanted))
                yield return new SweepObjective(Column(metrics, metric), (ObjectiveDirection)wanted == ObjectiveDirection.Maximise);
    }

    private int? ReadCrossings(Section root, List<int> metrics) =>
        SweepKeys.Crossings.Read(root) is { } name && Metric(name, SweepKeys.Crossings.Find(root)!.Place) is { } metric
            ? Column(metrics, metric)
            : null;

    private List<IReadOnlyList<int>> ReadZip(Section root, IReadOnlyList<AxisSpec> axes, bool sampled)
    {
        List<IReadOnlyList<int>> zipped = [];
        HashSet<int> taken = [];
        foreach (IReadOnlyList<string> names in SweepKeys.Zip.Read(root) ?? [])
        {
            SourceLocation place = SweepKeys.Zip.Find(root)!.Place;
            int[] group = [.. names.Select(name => Axis(name, axes, place)).OfType<int>()];
            zipped.Add(group);
            if (group.Any(axis => !taken.Add(axis)))
                BadAxis(place, "an axis is zipped twice; permitted: once");
            else if (!sampled && group.Select(axis => axes[axis].Cases.Count).Distinct().Count() > 1)
                BadAxis(
                    place,
                    $"axes {string.Join(", ", names)} have {string.Join(", ", group.Select(axis => axes[axis].Cases.Count))} values; "
                        + "permitted: as many each");
            else if (sampled)
                BadAxis(place, "zipped axes cannot be drawn from; permitted: `zip` or `sample`");
        }

        return zipped;
    }

    private IEnumerable<Condition> ReadConstraints(Section root, IReadOnlyList<AxisSpec> axes, List<int> metrics)
    {
        SweepKeys.Constraints.Read(root);
        var names = new ConditionNames(
            [.. axes.Where(static axis => axis.Axis.IsNumber).Select(static axis => axis.Name)],
            MetricCatalog.Names,
            metric => Column(metrics, metric));
        foreach (ScalarNode node in (SweepKeys.Constraints.Find(root) as SequenceNode)?.Items.OfType<ScalarNode>() ?? [])
            if (Condition.Parse(node.Text, names, out string trouble) is { } condition)
                yield return condition;
            else
                _findings.Add(SweepCodes.BadConstraint, node.Place, $"'{node.Text}' cannot be understood: {trouble}.", node.Text);
    }

    // A metric that only an objective or a constraint names is a column, too.
    private static int Column(List<int> metrics, int metric)
    {
        int column = metrics.IndexOf(metric);
        if (column >= 0)
            return column;
        metrics.Add(metric);
        return metrics.Count - 1;
    }

    private int? Metric(string name, SourceLocation place)
    {
        if (MetricCatalog.Find(name) is { } metric)
            return metric;
        _findings.UnknownWord(DiagnosticCode.UnknownName, place, name, "there is no metric of that name", MetricCatalog.Names);
        return null;
    }

    private int? Axis(string name, IReadOnlyList<AxisSpec> axes, SourceLocation place)
    {
        for (int index = 0; index < axes.Count; index++)
            if (axes[index].Name == name)
                return index;
        _findings.UnknownWord(
            DiagnosticCode.UnknownName, place, name, "there is no axis of that name", [.. axes.Select(static axis => axis.Name)]);
        return null;
    }

    private void BadAxis(SourceLocation place, string what) => _findings.Add(SweepCodes.BadAxis, place, $"'{place.Key}': {what}.");
}
