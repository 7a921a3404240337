using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>An enum; its members are words, as a rule in snake case.</summary>
public sealed class WordType(Type type) : ParameterType
{
    private readonly EnumWords _words = new(type);

    public override string JsonType => "string";

    public override IReadOnlyList<string> Words => _words.All;

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = node is ScalarNode scalar ? _words.Find(scalar.Text, out string? word) : Nothing(out word);
        if (value is null)
            return NodeValue.TryReadWord(node, Words, findings, out _);
        if (word != ((ScalarNode)node).Text)
            findings.FormerSpelling(node.Place, node.Shown, word!);
        return true;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create(_words.Word(value));

    private static object? Nothing(out string? word)
    {
        word = null;
        return null;
    }
}
