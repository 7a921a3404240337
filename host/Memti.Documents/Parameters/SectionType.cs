using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A mapping with keys of its own; a key that it does not have is a finding.</summary>
/// <param name="keys">Its keys.</param>
public sealed class SectionType(KeySection keys) : ParameterType
{
    /// <summary>What the mapping is read as; null, with a finding, when it is wrong. The mapping itself where nothing is said.</summary>
    public Func<Section, object?> As { get; init; } = static section => section;

    /// <summary>Parts of the schema that no key says, such as which of two keys must be there; null for none.</summary>
    public Func<SchemaScope, JsonObject>? Extra { get; init; }

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (Section.Of(node, findings) is not { } section)
            return null;
        keys.RefuseOthers(section);
        return As(section);
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
