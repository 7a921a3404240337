using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Schemas;

/// <summary>
/// Writes the JSON Schema (draft 2020-12) of scenario files, for editors: the fixed part and the keys of every loaded kind.
/// </summary>
public static class ScenarioJsonSchema
{
    private const string Suffix = "_override";

    /// <summary>The schema as text; the same text for the same catalogue.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.PluginInvalid"/> when an options class breaks the contract.</exception>
    public static string Write(IKindCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonForm.Document("Memti scenario", Document(catalog));
    }

    private static JsonObject Document(IKindCatalog catalog) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(ScenarioKeys.Version.Name),
        ["properties"] = RootProperties(),
        ["additionalProperties"] = false,
        ["if"] = new JsonObject { ["required"] = new JsonArray(ScenarioKeys.Designs.Name) },
        ["then"] = SectionsOf(partial: true),
        ["else"] = SectionsOf(partial: false),
        ["$defs"] = Definitions(catalog),
    };

    // The sections of a design are whole or partial by whether there are designs, which "then" and "else" say.
    private static JsonObject RootProperties()
    {
        JsonObject properties = [];
        foreach (DocumentKey key in ScenarioKeys.Root.Keys)
            properties[key.Name] = ScenarioKeys.OfDocument(key.Name) ? key.Schema(SchemaScope.Document) : true;
        return properties;
    }

    private static JsonObject SectionsOf(bool partial)
    {
        JsonObject properties = [];
        foreach (string section in ScenarioKeys.Sections.Names)
            properties[section] = Reference(section + (partial ? Suffix : ""));
        JsonObject form = new() { ["properties"] = properties };
        if (!partial)
            form["required"] =
                JsonForm.Texts(ScenarioKeys.Sections.Keys.Where(static key => key.Required is not null).Select(static key => key.Name));
        return form;
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    private static JsonObject Definitions(IKindCatalog catalog)
    {
        JsonObject definitions = [];
        foreach (KindForms forms in (KindForms[])[new(catalog, partial: false), new(catalog, partial: true)])
            foreach (DocumentKey section in ScenarioKeys.Sections.Keys)
                definitions[section.Name + (forms.Partial ? Suffix : "")] = section.Schema(forms);
        definitions[ScenarioKeys.OverrideDefinition] = OverrideForm();
        return definitions;
    }

    private static JsonObject OverrideForm()
    {
        JsonObject form = SectionsOf(partial: true);
        form["properties"]![ScenarioKeys.Description.Name] = JsonForm.Text("What it is.");
        form["type"] = new JsonArray("object", "null");
        form["additionalProperties"] = false;
        return form;
    }
}
