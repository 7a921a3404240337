using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A mapping with keys of its own, read as a <see cref="Section"/>; a key that it does not have is a finding.</summary>
/// <param name="keys">Its keys.</param>
public sealed class SectionType(KeySection keys) : ParameterType
{
    /// <summary>Parts of the schema that no key says, such as which of two keys must be there; null for none.</summary>
    public Func<SchemaScope, JsonObject>? Extra { get; init; }

    /// <inheritdoc />
    public override string Permitted => "a mapping";

    /// <inheritdoc />
    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        Section? section = Section.Of(node, findings);
        if (section is not null)
            keys.RefuseOthers(section);
        value = section;
        return section is not null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = keys.Schema(scope);
        foreach ((string part, JsonNode? value) in Extra?.Invoke(scope) ?? [])
            form[part] = value?.DeepClone();
        return form;
    }
}
