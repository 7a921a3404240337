using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>A name that a user gives, as <see cref="ItemName"/> takes it.</summary>
public sealed class NameType : ParameterType
{
    /// <inheritdoc />
    public override string Permitted => ItemName.Form;

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = NodeValue.TryReadText(node, findings, out string? name) && ItemName.Check(name, node.Place, findings) ? name : null;
        return value is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => JsonForm.Name();
}
