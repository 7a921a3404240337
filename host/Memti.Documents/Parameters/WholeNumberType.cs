using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="int"/> or <see cref="long"/>; <c>2e3</c> and <c>2000.0</c> are whole as well.</summary>
public sealed class WholeNumberType(bool isLong) : ParameterType
{
    private readonly long _least = isLong ? long.MinValue : int.MinValue;
    private readonly long _most = isLong ? long.MaxValue : int.MaxValue;

    /// <inheritdoc />
    public override bool IsNumber => true;

    /// <inheritdoc />
    public override bool IsCount => true;

    /// <inheritdoc />
    public override string Permitted => double.IsFinite(Range.Minimum) && double.IsFinite(Range.Maximum) ? Within : Range.ToString();

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadWhole(node, findings, out BigInteger whole))
            return null;
        bool fits = whole >= _least && whole <= _most;
        if (fits && Range.Holds((double)whole))
            return isLong ? (long)whole : (object)(int)whole;
        findings.OutOfRange(node, fits ? Permitted : Within);
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => NumberSchema("integer", static number => (long)number);

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override double ToNumber(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    // A double holds the ends of a long only roughly, so what lies beyond them is shown as they are.
    private string Within => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Range.Minimum > _least ? ValueRange.Written(Range.Minimum) : $"{_least}")} to "
            + $"{(Range.Maximum < _most ? ValueRange.Written(Range.Maximum) : $"{_most}")}");
}
