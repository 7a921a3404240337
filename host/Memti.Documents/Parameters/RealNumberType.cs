using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="double"/>; always finite.</summary>
public sealed class RealNumberType : ParameterType
{
    public override string JsonType => "number";

    public override bool IsNumber => true;

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = null;
        if (!NodeValue.TryReadNumber(node, findings, out DecimalNumber number))
            return false;
        if (range.Holds(number.ToDouble()))
            value = number.ToDouble();
        else
            findings.OutOfRange(node, range.ToString());
        return value is not null;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create((double)value);

    public override double ToNumber(object value) => (double)value;

    public override string ToText(object value) => ValueRange.Written((double)value);
}
