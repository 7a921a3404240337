using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>A text, or a list of texts.</summary>
internal sealed class TextListType : ParameterType
{
    public override string Permitted => "a key, or a list of keys";

    public override object? Read(Node node, FindingList findings)
    {
        bool sound = node is ScalarNode or SequenceNode { Items.Count: > 0 } && Texts(node).Count > 0;
        if (!sound)
            findings.WrongType(node, Permitted);
        return sound ? node : null;
    }

    /// <summary>The texts of a node that was read.</summary>
    public static IReadOnlyList<string> Texts(Node node) => node is SequenceNode list
        ? list.Items.All(static item => item is ScalarNode) ? [.. list.Items.Select(static item => ((ScalarNode)item).Text)] : []
        : [((ScalarNode)node).Text];

    public override JsonObject Schema(SchemaScope scope)
    {
        var text = new JsonObject { ["type"] = "string", ["minLength"] = 1 };
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                text, new JsonObject { ["type"] = "array", ["items"] = text.DeepClone(), ["minItems"] = 1 }),
        };
    }
}
