using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>A number of a cell: plain, or a mapping with what is known of it.</summary>
/// <param name="unit">The unit as a person writes it; empty for a ratio or a count.</param>
internal sealed class CellNumberType(string unit) : ParameterType
{
    private static readonly CellOrigin Origin = new("this number");

    public string Unit => unit;

    public override bool IsNumber => true;

    /// <summary>The least magnitude that is taken of a number that may be negative; 0 for any.</summary>
    public double Smallest { get; init; }

    /// <summary>True for counts.</summary>
    public bool Whole { get; init; }

    /// <summary>Numbers that are taken must be multiples of this; 1 for all.</summary>
    public int Step { get; init; } = 1;

    public bool Takes(double value) =>
        Range.Holds(value) && Math.Abs(value) >= Smallest && (!Whole || value == Math.Truncate(value)) && (Step == 1 || value % Step == 0);

    /// <summary>Reads a plain number.</summary>
    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadNumber(node, findings, out DecimalNumber number))
            return null;
        if (Takes(number.ToDouble()))
            return number;
        findings.OutOfRange(node, InWords());
        return null;
    }

    public override JsonObject Schema(SchemaScope scope) => new() { ["anyOf"] = new JsonArray(Plain(), Detailed().Schema(scope)) };

    private DocumentKey<Section?> Detailed()
    {
        var value = new DocumentKey<Node?>("value", "", new FixedType(Plain)) { Required = Permitted };
        return new("", "A number with what is known of it", new SectionType(new KeySection(value, Origin.Status, Origin.Source)));
    }

    private JsonObject Plain()
    {
        JsonObject form = NumberSchema(Whole ? "integer" : "number", static number => number);
        if (Step > 1)
            form["multipleOf"] = Step;
        if (Smallest > 0)
            form["not"] = new JsonObject { ["exclusiveMinimum"] = -Smallest, ["exclusiveMaximum"] = Smallest };
        return form;
    }

    private string InWords()
    {
        string what = Step > 1 ? $" in steps of {Step}" : Whole ? ", whole" : "";
        return Permitted + what + (unit.Length == 0 ? "" : $" {unit}");
    }
}
