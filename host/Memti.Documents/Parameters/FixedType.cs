using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A value with a form of its own, which its reader looks at: the node as it stands.</summary>
/// <param name="schema">The JSON Schema of the value.</param>
public sealed class FixedType(Func<JsonObject> schema) : ParameterType
{
    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) => node;

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => schema();
}
