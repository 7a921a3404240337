using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="double"/>; always finite.</summary>
public sealed class RealNumberType : ParameterType
{
    /// <inheritdoc />
    public override bool IsNumber => true;

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = NodeValue.TryReadNumber(node, Range, findings, out DecimalNumber number) ? number.ToDouble() : null;
        return value is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => NumberSchema("number", static number => number);

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create((double)value);

    /// <inheritdoc />
    public override double ToNumber(object value) => (double)value;

    /// <inheritdoc />
    public override string ToText(object value) => ValueRange.Written((double)value);
}
