using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>A mapping of names to values of one form, read as a <see cref="Section"/>.</summary>
/// <param name="item">The form of a value; its name is not used.</param>
public sealed class MapType(DocumentKey item) : ParameterType
{
    /// <summary>Least and greatest number of names in a document of its own; null for any number.</summary>
    public (int? Least, int? Most) Count { get; init; }

    /// <inheritdoc />
    public override string Permitted => "a mapping";

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = Section.Of(node, findings);
        return value is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = new() { ["type"] = "object", ["propertyNames"] = JsonForm.Name(), ["additionalProperties"] = item.Schema(scope) };
        if (Count.Least is { } least && !scope.Partial)
            form["minProperties"] = least;
        if (Count.Most is { } most && !scope.Partial)
            form["maxProperties"] = most;
        return form;
    }
}
