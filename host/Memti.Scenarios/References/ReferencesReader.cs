using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>Reads the published figures of a scenario.</summary>
internal sealed class ReferencesReader(IReadOnlyList<string> designs, FindingList findings)
{
    private static readonly string[] Keys = ["source", ScenarioKeys.Designs];
    private static readonly string[] FigureKeys = ["value", "status", "note"];
    private static readonly string[] StatusWords = [.. StatusWord.All];

    public ReferenceFigures Read(Section? section)
    {
        if (section is null)
            return ReferenceFigures.None;
        section.RefuseOthers(Keys);
        Dictionary<string, IReadOnlyDictionary<string, ReferenceFigure>> figures = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in Given(section.Mapping(ScenarioKeys.Designs)))
            if (IsDesign(entry) && Section.Of(entry.Value, findings) is { } metrics)
                figures[entry.Key] = ReadDesign(metrics);
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

    private Dictionary<string, ReferenceFigure> ReadDesign(Section section)
    {
        section.RefuseOthers(ReferenceFigures.Metrics);
        Dictionary<string, ReferenceFigure> figures = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in Given(section))
            if (ReadFigure(section, entry) is { } figure)
                figures[entry.Key] = figure;
        return figures;
    }

    private ReferenceFigure? ReadFigure(Section metrics, MappingEntry entry)
    {
        if (entry.Value is not MappingNode mapping)
            return metrics.Number(entry.Key, ValueRange.Any) is { } plain ? new ReferenceFigure(plain.ToDouble(), NumberStatus.Published, "") : null;
        Section section = new(mapping, findings);
        section.RefuseOthers(FigureKeys);
        NumberStatus status = section.Word("status", StatusWords) is { } word ? (NumberStatus)word : NumberStatus.Published;
        if (section.Require("value", "a number") is null || section.Number("value", ValueRange.Any) is not { } value)
            return null;
        return new ReferenceFigure(value.ToDouble(), status, section.Text("note") ?? "");
    }
}
