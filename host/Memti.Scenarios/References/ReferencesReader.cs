using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.References;

/// <summary>Reads the published figures of a scenario.</summary>
internal sealed class ReferencesReader(IReadOnlyList<string> designs, FindingList findings)
{
    private static readonly string[] Keys = ["source", "at", ScenarioKeys.Designs];
    private static readonly string[] FigureKeys = ["value", "status", "note", "at"];
    private static readonly string[] PointKeys = ["fps"];
    private static readonly string[] StatusWords = [.. StatusWord.All];

    public ReferenceFigures Read(Section? section)
    {
        if (section is null)
            return ReferenceFigures.None;
        section.RefuseOthers(Keys);
        FrameRate? at = ReadPoint(section);
        Dictionary<string, IReadOnlyDictionary<string, ReferenceFigure>> figures = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in Given(section.Mapping(ScenarioKeys.Designs)))
            if (IsDesign(entry) && Section.Of(entry.Value, findings) is { } metrics)
                figures[entry.Key] = ReadDesign(metrics, at);
        return new ReferenceFigures(section.Text("source") ?? "", figures);
    }

    private static IEnumerable<MappingEntry> Given(Section? section) =>
        section?.Node.Entries.Where(static entry => !entry.Value.IsNull) ?? [];

    private bool IsDesign(MappingEntry entry)
    {
        if (designs.Contains(entry.Key))
            return true;
        findings.UnknownItem(entry, "there is no such design", designs);
        return false;
    }

    private Dictionary<string, ReferenceFigure> ReadDesign(Section section, FrameRate? at)
    {
        section.RefuseOthers(ReferenceFigures.Metrics);
        Dictionary<string, ReferenceFigure> figures = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in Given(section))
            if (ReadFigure(section, entry) is { } figure)
                figures[entry.Key] = figure with { At = figure.At ?? (ReferenceFigures.RateMetrics.Contains(entry.Key) ? at : null) };
        return figures;
    }

    /// <summary>The operating point of a set or a figure; null when it has none.</summary>
    private FrameRate? ReadPoint(Section section)
    {
        if (section.Mapping("at") is not { } point)
            return null;
        point.RefuseOthers(PointKeys);
        return point.Require("fps", FrameRateText.Permitted) is null ? null : FrameRateText.Read(point, "fps", findings);
    }

    private ReferenceFigure? ReadFigure(Section metrics, MappingEntry entry)
    {
        if (entry.Value is not MappingNode mapping)
            return metrics.Number(entry.Key, ValueRange.Any) is { } plain ? new ReferenceFigure(plain.ToDouble(), NumberStatus.Published, "") : null;
        Section section = new(mapping, findings);
        section.RefuseOthers(FigureKeys);
        NumberStatus status = section.Word("status", StatusWords) is { } word ? (NumberStatus)word : NumberStatus.Published;
        FrameRate? at = ReadPoint(section);
        if (section.Require("value", "a number") is null || section.Number("value", ValueRange.Any) is not { } value)
            return null;
        return new ReferenceFigure(value.ToDouble(), status, section.Text("note") ?? "") { At = at };
    }
}
