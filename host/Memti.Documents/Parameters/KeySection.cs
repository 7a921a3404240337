using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>The keys of a mapping, in the order in which files and listings give them.</summary>
public sealed class KeySection(params IReadOnlyList<DocumentKey> keys)
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<DocumentKey> Keys => keys;

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; } = [.. keys.Select(static key => key.Name)];

    /// <summary>Finds every key of a mapping that nothing reads, and those in a former spelling.</summary>
    public void RefuseOthers(Section section)
    {
        foreach (MappingEntry entry in section.Node.Entries.Where(entry => !Names.Contains(entry.Key)))
            if (Former(entry.Key) is not { } key || section.Find(key.Name) is not null)
                section.Findings.UnknownKey(entry, Names);
            else
                section.Findings.FormerSpelling(entry.Place, entry.Key, key.Name);
    }

    /// <summary>The form of the mapping. Over another document no key must be there.</summary>
    public JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = new() { ["type"] = "object", ["properties"] = Properties(scope), ["additionalProperties"] = false };
        string[] required = [.. keys.Where(static key => key.Required is not null).Select(static key => key.Name)];
        if (required.Length > 0 && !scope.Partial)
            form["required"] = JsonForm.Texts(required);
        return form;
    }

    /// <summary>The forms of the keys.</summary>
    public JsonObject Properties(SchemaScope scope)
    {
        JsonObject properties = [];
        foreach (DocumentKey key in keys)
            properties[key.Name] = key.Schema(scope);
        return properties;
    }

    private DocumentKey? Former(string name) => keys.FirstOrDefault(key => key.FormerKeys.Contains(name));
}
