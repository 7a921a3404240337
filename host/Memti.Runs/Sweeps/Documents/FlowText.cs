using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>A value on one line, as <c>--set</c> takes it.</summary>
internal static class FlowText
{
    /// <summary>The value as YAML in flow style.</summary>
    public static string Of(Node node) => node switch
    {
        MappingNode mapping => "{" + string.Join(", ", mapping.Entries.Select(Of)) + "}",
        SequenceNode list => "[" + string.Join(", ", list.Items.Select(Of)) + "]",
        ScalarNode { Plain: true } scalar => scalar.Text,
        ScalarNode scalar => Quoted(scalar.Text),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static string Of(MappingEntry entry) => $"{Quoted(entry.Key)}: {Of(entry.Value)}";

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
