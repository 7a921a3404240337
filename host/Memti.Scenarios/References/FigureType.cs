using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.References;

/// <summary>A published figure: a number, or a mapping with what is known of it.</summary>
internal sealed class FigureType : ParameterType
{
    private static readonly DocumentKey<double?> Plain = new("value", "") { Required = "a number" };
    private static readonly DocumentKey<NumberStatus> Status = new("status", "How well it is known") { Fallback = NumberStatus.Published };
    private static readonly DocumentKey<string?> Note = new("note", "How it was obtained");
    private static readonly DocumentKey<FrameRate?> At = ReferencesReader.PointOf("The operating point that the figure holds at");

    private static readonly DocumentKey<Section?> Detailed =
        new("", "A figure with what is known of it", new SectionType(new KeySection(Plain, Status, Note, At)));

    public override string Permitted => "a number";

    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = null;
        if (node is not MappingNode)
            value = Plain.TryRead(node, findings, out object? number) ? new ReferenceFigure((double)number!, NumberStatus.Published, "") : null;
        else if (Detailed.TryRead(node, findings, out object? section))
            value = Read((Section)section!);
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) => new() { ["anyOf"] = new JsonArray(Plain.Schema(scope), Detailed.Schema(scope)) };

    private static ReferenceFigure? Read(Section section)
    {
        NumberStatus status = Status.Read(section);
        FrameRate? at = At.Read(section);
        return Plain.Read(section) is { } value ? new ReferenceFigure(value, status, Note.Read(section) ?? "") { At = at } : null;
    }
}
