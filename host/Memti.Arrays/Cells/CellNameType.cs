using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>The name of a cell, as <see cref="CellName"/> takes it.</summary>
internal sealed class CellNameType : ParameterType
{
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = NodeValue.TryReadText(node, findings, out string? name) && CellName.Check(name, node.Place, findings) ? name : null;
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) =>
        new() { ["type"] = "string", ["pattern"] = CellName.Pattern, ["maxLength"] = CellName.Longest };
}
