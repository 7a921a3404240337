using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A mapping whose keys something else decides.</summary>
public sealed class AnyMappingType : ParameterType
{
    /// <inheritdoc />
    public override string Permitted => "a mapping";

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = Section.Of(node, findings);
        return value is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "object" };
}
