using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="double"/>, always finite, or <see cref="DecimalNumber"/>.</summary>
public sealed class RealNumberType : ParameterType
{
    /// <summary>True for the number as it was written, for what a double would round.</summary>
    public bool Exact { get; init; }

    /// <inheritdoc />
    public override bool IsNumber => true;

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) =>
        !NodeValue.TryReadNumber(node, Range, findings, out DecimalNumber number) ? null : Exact ? number : number.ToDouble();

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => NumberSchema("number", static number => number);

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(ToNumber(value));

    /// <inheritdoc />
    public override double ToNumber(object value) => value is DecimalNumber exact ? exact.ToDouble() : (double)value;

    /// <inheritdoc />
    public override string ToText(object value) => ValueRange.Written(ToNumber(value));
}
