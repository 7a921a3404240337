using System.Text.Json.Nodes;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Workloads;

/// <summary>A frame rate, a decimal number that is read as a fraction.</summary>
internal sealed class FrameRateType : ParameterType
{
    public FrameRateType() => Range = FrameRateText.Range;

    public override bool IsNumber => true;

    public override string Permitted => FrameRateText.Permitted;

    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadNumber(node, findings, out DecimalNumber number))
            return null;
        if (FrameRateText.TryFrom(number, out FrameRate rate))
            return rate;
        findings.OutOfRange(node, Permitted);
        return null;
    }

    public override JsonObject Schema(SchemaScope scope) => NumberSchema("number", static number => number);

    public override JsonNode ToJson(object value) => ((FrameRate)value).PerSecond;
}
