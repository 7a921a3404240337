using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>A name of a certain form.</summary>
/// <param name="check">Whether a name at a place has the form; one that has not is a finding.</param>
/// <param name="schema">The form in a JSON Schema.</param>
public sealed class NameType(Func<string, SourceLocation, FindingList, bool> check, Func<JsonObject> schema) : ParameterType
{
    /// <summary>A name that a user gives to an item.</summary>
    public static NameType OfItem { get; } = new(ItemName.Check, JsonForm.Name);

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) =>
        NodeValue.TryReadText(node, findings, out string? name) && check(name, node.Place, findings) ? name : null;

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => schema();
}
