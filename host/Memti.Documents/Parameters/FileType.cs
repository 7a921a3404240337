using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary><see cref="ScenarioFile"/>, written as its name.</summary>
public sealed class FileType : ParameterType
{
    /// <inheritdoc />
    public override string Permitted => "text";

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = node is ScalarNode scalar ? new ScenarioFile(scalar.Text) : null;
        if (value is null)
            findings.WrongType(node, "text");
        return value is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "string" };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(((ScenarioFile)value).Name);
}
