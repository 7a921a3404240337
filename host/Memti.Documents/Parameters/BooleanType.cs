using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary><c>true</c> or <c>false</c>; not <c>yes</c>, <c>on</c> or 1.</summary>
public sealed class BooleanType : ParameterType
{
    public override string JsonType => "boolean";

    public override bool TryRead(Node node, ValueRange range, FindingList findings, out object? value)
    {
        value = node is ScalarNode { Plain: true } scalar ? scalar.Text switch { "true" => true, "false" => false, _ => null } : (object?)null;
        if (value is null)
            findings.WrongType(node, "true or false");
        return value is not null;
    }

    public override JsonNode ToJson(object value) => JsonValue.Create((bool)value);

    public override string ToText(object value) => (bool)value ? "true" : "false";
}
