using System.Text.Json;
using System.Text.Json.Nodes;

namespace Memti.Scenarios;

/// <summary>An enum; its members are words in snake case.</summary>
internal sealed class WordType : ParameterType
{
    private readonly Type _type;
    private readonly string[] _members;

    public WordType(Type type)
    {
        (_type, _members) = (type, Enum.GetNames(type));
        Words = [.. _members.Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
    }

    public override string JsonType => "string";

    public override IReadOnlyList<string> Words { get; }

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = null;
        if (!NodeValue.TryReadWord(node, Words, findings, out int index))
            return false;
        value = Enum.Parse(_type, _members[index]);
        return true;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create(JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString() ?? ""));
}
