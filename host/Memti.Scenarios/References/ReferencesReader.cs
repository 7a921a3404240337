using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.References;

/// <summary>Reads the published figures of a scenario.</summary>
internal sealed class ReferencesReader(IReadOnlyList<string> designs, FindingList findings)
{
    private static readonly DocumentKey<FrameRate?> Rate =
        new("fps", "Frames per second of the workload", new FrameRateType()) { Required = FrameRateText.Permitted };

    private static readonly DocumentKey<FrameRate?> At = PointOf("The operating point of energies, missed frames and lifetimes");
    private static readonly DocumentKey<string?> Source = new("source", "Where the figures were published");

    private static readonly DocumentKey<double?> Value = new("value", "") { Required = "a number" };
    private static readonly DocumentKey<NumberStatus> Status = new("status", "How well it is known") { Fallback = NumberStatus.Published };
    private static readonly DocumentKey<string?> Note = new("note", "How it was obtained");
    private static readonly DocumentKey<FrameRate?> AtOfFigure = PointOf("The operating point that the figure holds at");

    private static readonly DocumentKey<ReferenceFigure?> Detailed = new(
        "",
        "A figure with what is known of it",
        new SectionType(new KeySection(Value, Status, Note, AtOfFigure)) { As = ReadFigure });

    private static readonly EitherType Figure =
        new(Value, Detailed, static number => new ReferenceFigure((double)number, NumberStatus.Published, ""));

    private static readonly KeySection Metrics =
        new([.. ReferenceFigures.Metrics.Select(static metric => new DocumentKey<ReferenceFigure?>(metric, "", Figure))]);

    private static readonly DocumentKey<Section?> Design = new("", "Figures of a design", new SectionType(Metrics));
    private static readonly DocumentKey<Section?> Designs = new("designs", "", new MapType(Design));

    /// <summary>The form of the section.</summary>
    public static readonly SectionType Form = new(new KeySection(Source, At, Designs));

    /// <summary>The figures; those that cannot be used are left out, with findings.</summary>
    public ReferenceFigures Read(Section? section)
    {
        if (section is null)
            return ReferenceFigures.None;
        FrameRate? at = At.Read(section);
        Dictionary<string, IReadOnlyDictionary<string, ReferenceFigure>> figures = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in Designs.Read(section)?.Node.Entries.Where(static entry => !entry.Value.IsNull) ?? [])
            if (IsDesign(entry) && Design.TryRead(entry.Value, findings, out object? metrics))
                figures[entry.Key] = ReadDesign((Section)metrics!, at);
        return new ReferenceFigures(Source.Read(section) ?? "", figures);
    }

    private bool IsDesign(MappingEntry entry)
    {
        if (designs.Contains(entry.Key))
            return true;
        findings.UnknownItem(entry, "there is no such design", designs);
        return false;
    }

    private static Dictionary<string, ReferenceFigure> ReadDesign(Section section, FrameRate? at)
    {
        Dictionary<string, ReferenceFigure> figures = new(StringComparer.Ordinal);
        foreach (DocumentKey<ReferenceFigure?> metric in Metrics.Keys.Cast<DocumentKey<ReferenceFigure?>>())
            if (metric.Read(section) is { } figure)
                figures[metric.Name] = figure with { At = figure.At ?? (ReferenceFigures.RateMetrics.Contains(metric.Name) ? at : null) };
        return figures;
    }

    private static DocumentKey<FrameRate?> PointOf(string description) =>
        new("at", description, new SectionType(new KeySection(Rate)) { As = static point => Rate.Read(point) });

    private static ReferenceFigure? ReadFigure(Section section)
    {
        (NumberStatus status, FrameRate? at) = (Status.Read(section), AtOfFigure.Read(section));
        return Value.Read(section) is { } value ? new ReferenceFigure(value, status, Note.Read(section) ?? "") { At = at } : null;
    }
}
