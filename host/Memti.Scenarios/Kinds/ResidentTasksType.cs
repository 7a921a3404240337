using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>A number of tasks, or <c>all</c>, which is read as <see cref="Every"/>.</summary>
internal sealed class ResidentTasksType : ParameterType
{
    /// <summary>What stands for all tasks.</summary>
    public const int Every = int.MaxValue;

    private const string All = "all";
    private static readonly DocumentKey<int> Number = new("", "A number of tasks", 1, Components.MostTasks);

    public override string Permitted => $"{Number.Permitted}, or {All}";

    public override object? Read(Node node, FindingList findings)
    {
        if (node is ScalarNode { Text: All })
            return Every;
        if (NodeValue.TryReadWhole(node, new FindingList(null), out BigInteger whole) && Number.Range.Holds((double)whole))
            return (int)whole;
        findings.OutOfRange(node, Permitted);
        return null;
    }

    public override JsonObject Schema(SchemaScope scope) =>
        new() { ["anyOf"] = new JsonArray(Number.Schema(scope.Whole), new JsonObject { ["const"] = All }) };

    public override JsonNode ToJson(object value) => (int)value;
}
