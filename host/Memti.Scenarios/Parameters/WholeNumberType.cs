using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Memti.Scenarios;

/// <summary><see cref="int"/> or <see cref="long"/>; <c>2e3</c> and <c>2000.0</c> are whole as well.</summary>
internal sealed class WholeNumberType(bool isLong) : ParameterType
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
            findings.OutOfRange(node, (FitsType(whole) ? range : range.Within(Natural)).ToString());
        return value is not null;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public override double ToNumber(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private bool FitsType(BigInteger whole) =>
        isLong ? whole >= long.MinValue && whole <= long.MaxValue : whole >= int.MinValue && whole <= int.MaxValue;
}
