using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>The axes by name. A name may be a key of the scenario, dots and all.</summary>
internal sealed class AxesType : ParameterType
{
    private static readonly DocumentKey<AxisSpec?> Axis = new("", "Values of the axis", new AxisType());

    public override object? Read(Node node, FindingList findings) => Section.Of(node, findings);

    /// <summary>The axes that are sound, in their order.</summary>
    public static IReadOnlyList<AxisSpec> Items(Section axes)
    {
        List<AxisSpec> read = [];
        foreach (MappingEntry entry in axes.Node.Entries)
            if (Axis.TryRead(entry.Value, axes.Findings, out object? axis))
                read.Add((AxisSpec)axis);
        return read;
    }

    public override JsonObject Schema(SchemaScope scope) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = Axis.Schema(scope),
        ["minProperties"] = 1,
        ["maxProperties"] = 64,
    };
}
