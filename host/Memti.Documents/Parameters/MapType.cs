using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>A mapping of names to values of one form, read as a <see cref="Section"/>.</summary>
/// <param name="item">The form of a value, whose name is not used; null where something else decides the keys.</param>
public sealed class MapType(DocumentKey? item = null) : ParameterType
{
    /// <summary>Least and greatest number of names in a document of its own; null for any number.</summary>
    public (int? Least, int? Most) Count { get; init; }

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) => Section.Of(node, findings);

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = new() { ["type"] = "object" };
        if (item is null)
            return form;
        (form["propertyNames"], form["additionalProperties"]) = (JsonForm.Name(), item.Schema(scope));
        if (Count.Least is { } least && !scope.Partial)
            form["minProperties"] = least;
        if (Count.Most is { } most && !scope.Partial)
            form["maxProperties"] = most;
        return form;
    }
}
