using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Workloads;

/// <summary>A period in milliseconds, read as an exact rate.</summary>
internal sealed class PeriodType : ParameterType
{
    private static readonly BigInteger FinestStep = BigInteger.Pow(10, 6);

    public PeriodType() => Range = new(0.001, 1e9) { Shown = "0.001 to 1000000000, with at most 6 decimals" };

    public override bool IsNumber => true;

    public override string Permitted => Range.ToString();

    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadNumber(node, findings, out DecimalNumber number))
            return null;
        (BigInteger milliseconds, BigInteger parts) = number.ToFraction();
        if (Range.Holds(number.ToDouble()) && parts <= FinestStep)
            return new FrameRate((long)(1000 * parts), (long)milliseconds);
        findings.OutOfRange(node, Permitted);
        return null;
    }

    public override JsonObject Schema(SchemaScope scope) => NumberSchema("number", static number => number);

    public override JsonNode ToJson(object value) => 1000 / ((FrameRate)value).PerSecond;
}
