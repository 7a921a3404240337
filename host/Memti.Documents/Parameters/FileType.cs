using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary><see cref="ScenarioFile"/>, written as its name.</summary>
public sealed class FileType : ParameterType
{
    /// <inheritdoc />
    public override string Permitted => "name of a file";

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (node is not ScalarNode scalar)
            findings.WrongType(node, Permitted);
        else if (scalar.Text.Length == 0)
            findings.OutOfRange(node, Permitted);
        else
            return new ScenarioFile(scalar.Text);
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "string" };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create(((ScenarioFile)value).Name);
}
