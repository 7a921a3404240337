using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="int"/> or <see cref="long"/>; <c>2e3</c> and <c>2000.0</c> are whole as well.</summary>
public sealed class WholeNumberType(bool isLong) : ParameterType
{
    public override string JsonType => "integer";

    public override bool IsNumber => true;

    public override ValueRange Natural => isLong ? new(long.MinValue, long.MaxValue) : new(int.MinValue, int.MaxValue);

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = null;
        if (!NodeValue.TryReadWhole(node, findings, out BigInteger whole))
            return false;
        if (range.Holds((double)whole) && FitsType(whole))
            value = isLong ? (long)whole : (object)(int)whole;
        else
            findings.OutOfRange(node, FitsType(whole) ? range.ToString() : Permitted(range));
        return value is not null;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public override double ToNumber(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private string Permitted(ValueRange range)
    {
        string minimum = range.Minimum > Natural.Minimum ? ValueRange.Written(range.Minimum) : isLong ? $"{long.MinValue}" : $"{int.MinValue}";
        string maximum = range.Maximum < Natural.Maximum ? ValueRange.Written(range.Maximum) : isLong ? $"{long.MaxValue}" : $"{int.MaxValue}";
        return $"{minimum} to {maximum}";
    }

    private bool FitsType(BigInteger whole) =>
        isLong ? whole >= long.MinValue && whole <= long.MaxValue : whole >= int.MinValue && whole <= int.MaxValue;
}
