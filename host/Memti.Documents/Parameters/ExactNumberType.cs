using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="DecimalNumber"/>: the number as it was written, for what a double would round.</summary>
public sealed class ExactNumberType : ParameterType
{
    public override bool IsNumber => true;

    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = NodeValue.TryReadNumber(node, Range, findings, out DecimalNumber number) ? number : null;
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) => NumberSchema("number", static number => number);

    public override JsonNode ToJson(object value) => JsonValue.Create(ToNumber(value));

    public override double ToNumber(object value) => ((DecimalNumber)value).ToDouble();

    public override string ToText(object value) => ValueRange.Written(ToNumber(value));
}
