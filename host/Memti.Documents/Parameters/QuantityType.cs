using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>A physical quantity in one unit, which ends the key. Quantities are not negative unless the parameter says so.</summary>
/// <param name="unit">The unit.</param>
public sealed class QuantityType(QuantityUnit unit) : ParameterType
{
    private readonly ValueRange _natural = new(-unit.Limit, unit.Limit);

    /// <inheritdoc />
    public override bool IsNumber => true;

    /// <inheritdoc />
    public override string KeySuffix => "_" + unit.Name;

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadNumber(node, findings, out DecimalNumber number))
            return null;
        double amount = number.ToDouble();
        if (unit.Whole && !number.TryToWhole(out _))
            findings.WrongType(node, "a whole number");
        else if (!Range.Holds(amount))
            findings.OutOfRange(node, Range.ToString());
        else if (!_natural.Holds(amount))
            findings.OutOfRange(node, Range.Within(_natural).ToString());
        else
            return unit.Make(amount);
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => NumberSchema(unit.Whole ? "integer" : "number", static number => number);

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(ToNumber(value));

    /// <inheritdoc />
    public override double ToNumber(object value) => WithoutNoise(unit.Amount(value));

    /// <inheritdoc />
    public override string ToText(object value) => ValueRange.Written(ToNumber(value));
}
