using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>A number of tasks, or <c>all</c>, which is read as null.</summary>
internal sealed class ResidentTasksType : ParameterType
{
    private const string All = "all";
    private static readonly DocumentKey<int> Number = new("", "A number of tasks", 1, Components.MostTasks);

    public override string Permitted => $"{Number.Permitted}, or {All}";

    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = null;
        if (node is ScalarNode { Text: All })
            return true;
        if (NodeValue.TryReadWhole(node, new FindingList(null), out BigInteger whole) && Number.Range.Holds((double)whole))
            value = (int)whole;
        else
            findings.OutOfRange(node, Permitted);
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) =>
        new() { ["anyOf"] = new JsonArray(Number.Schema(scope.Whole), new JsonObject { ["const"] = All }) };

    public override JsonNode ToJson(object value) => (int)value;
}
