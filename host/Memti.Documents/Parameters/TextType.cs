using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><see cref="string"/>; quotes are not needed.</summary>
public sealed class TextType : ParameterType
{
    public override string JsonType => "string";

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = (node as ScalarNode)?.Text;
        if (value is null)
            findings.WrongType(node, "text");
        return value is not null;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create((string)value);
}
