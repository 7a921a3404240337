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
    public override object? Read(Node node, FindingList findings)
    {
        if (node is ScalarNode scalar)
            return new ScenarioFile(scalar.Text);
        findings.WrongType(node, "text");
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "string" };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(((ScenarioFile)value).Name);
}
