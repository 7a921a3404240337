using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A plain value, or a mapping that says more.</summary>
/// <param name="plain">The plain value.</param>
/// <param name="detailed">The mapping.</param>
/// <param name="read">What a plain value is read as.</param>
public sealed class EitherType(DocumentKey plain, DocumentKey detailed, Func<object, object> read) : ParameterType
{
    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (node is MappingNode)
            return detailed.Type.Read(node, findings);
        return plain.TryRead(node, findings, out object? value) ? read(value) : null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) =>
        new() { ["anyOf"] = new JsonArray(plain.Schema(scope), detailed.Schema(scope)) };
}
