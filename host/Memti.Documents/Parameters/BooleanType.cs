using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary><c>true</c> or <c>false</c>; not <c>yes</c>, <c>on</c> or 1.</summary>
public sealed class BooleanType : ParameterType
{
    /// <inheritdoc />
    public override string Permitted => "true or false";

    /// <summary>True when <c>TRUE</c> and <c>FALSE</c> are taken, too, as spreadsheets write them.</summary>
    public bool TakesCapitals { get; init; }

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        object? value = node is ScalarNode { Plain: true } scalar ? ValueOf(scalar.Text) : null;
        if (value is null)
            findings.WrongType(node, Permitted);
        return value;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "boolean" };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create((bool)value);

    /// <inheritdoc />
    public override string ToText(object value) => (bool)value ? "true" : "false";

    private object? ValueOf(string text) => text switch
    {
        "true" => true,
        "false" => false,
        "TRUE" when TakesCapitals => true,
        "FALSE" when TakesCapitals => false,
        _ => null,
    };
}
