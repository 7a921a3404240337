using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>An enum; its members are words, as a rule in snake case.</summary>
public sealed class WordType(Type type) : ParameterType
{
    private readonly EnumWords _words = new(type);

    /// <inheritdoc />
    public override IReadOnlyList<string> Words => _words.All;

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        string? word = null;
        object? value = node is ScalarNode scalar ? _words.Find(scalar.Text, out word) : null;
        if (value is null)
            NodeValue.TryReadWord(node, Words, findings, out _);
        else if (word != ((ScalarNode)node).Text)
            findings.FormerSpelling(node.Place, node.Shown, word!);
        return value;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "string", ["enum"] = JsonForm.Texts(Words) };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(_words.Word(value));
}
