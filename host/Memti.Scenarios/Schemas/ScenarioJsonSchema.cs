using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Files;
using Memti.Documents.Schemas;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Schemas;

/// <summary>Writes the JSON Schema (draft 2020-12) of scenario files, for editors: the fixed part and the keys of every loaded kind.</summary>
public static class ScenarioJsonSchema
{
    /// <summary>The schema as text; the same text for the same catalogue.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.PluginInvalid"/> when an options class breaks the contract.</exception>
    public static string Write(IKindCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Of(Document(catalog));
    }

    private static JsonObject Document(IKindCatalog catalog) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Memti scenario",
        ["type"] = "object",
        ["required"] = new JsonArray(ScenarioKeys.Version),
        ["properties"] = RootProperties(),
        ["additionalProperties"] = false,
        ["if"] = new JsonObject { ["required"] = new JsonArray(ScenarioKeys.Designs) },
        ["then"] = SectionsOf(partial: true),
        ["else"] = SectionsOf(partial: false),
        ["$defs"] = Definitions(catalog),
    };

    private static JsonObject RootProperties()
    {
        JsonObject properties = new()
        {
            [ScenarioKeys.Version] = new JsonObject { ["description"] = "Version of the format.", ["const"] = 1 },
            [ScenarioKeys.Name] = JsonForm.Text("Name of the scenario. Default: the name of the file."),
            [ScenarioKeys.Description] = JsonForm.Text("What the scenario is."),
            [ScenarioKeys.Seed] = JsonForm.Whole("Seed of all random streams.", 0, long.MaxValue, 1),
        };
        foreach (string section in ScenarioKeys.Sections)
            properties[section] = true;
        properties[ScenarioKeys.Calibration] = JsonForm.Text("Calibration file, relative to this file.");
        properties[ScenarioKeys.References] = FixedForms.References();
        properties[ScenarioKeys.Designs] = Named("Designs: what each changes in the sections of this file.");
        properties[ScenarioKeys.Variants] = Named("Variants: what each changes in every design.");
        return properties;
    }

    private static JsonObject Named(string description) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["propertyNames"] = JsonForm.Name(),
        ["maxProperties"] = 64,
        ["additionalProperties"] = new JsonObject { ["$ref"] = "#/$defs/override" },
    };

    private static JsonObject SectionsOf(bool partial)
    {
        JsonObject properties = [];
        foreach (string section in ScenarioKeys.Sections)
            properties[section] = new JsonObject { ["$ref"] = Reference(section, partial) };
        JsonObject form = new() { ["properties"] = properties };
        if (!partial)
            form["required"] = new JsonArray(ScenarioKeys.Network, ScenarioKeys.Accelerator, ScenarioKeys.Memories);
        return form;
    }

    private static string Reference(string section, bool partial) => "#/$defs/" + section + (partial ? "_override" : "");

    private static JsonObject Definitions(IKindCatalog catalog)
    {
        JsonObject definitions = [];
        foreach (bool partial in new[] { false, true })
            foreach ((string section, JsonObject form) in Sections(new KindForms(catalog, partial), partial))
                definitions[section + (partial ? "_override" : "")] = partial ? JsonForm.OrNull(form) : form;
        definitions["override"] = Override();
        return definitions;
    }

    private static IEnumerable<(string Section, JsonObject Form)> Sections(KindForms kinds, bool partial) =>
    [
        (ScenarioKeys.Network, kinds.Component(KindCategory.Model, ScenarioKeys.Kind, FixedForms.Tasks(partial))),
        (ScenarioKeys.Accelerator, kinds.Component(KindCategory.Accelerator, ScenarioKeys.Kind, [])),
        (ScenarioKeys.Memories, FixedForms.Memories(kinds.Component(KindCategory.Memory, ScenarioKeys.Kind, FixedForms.Holds(partial)), partial)),
        (ScenarioKeys.Workload, FixedForms.Workload(partial)),
        (ScenarioKeys.System, FixedForms.System(partial)),
        (ScenarioKeys.Power, kinds.Component(KindCategory.Firmware, ScenarioKeys.Firmware, [])),
        (ScenarioKeys.Images, ImageForms.Section(partial)),
    ];

    private static JsonObject Override()
    {
        JsonObject form = SectionsOf(partial: true);
        form["properties"]![ScenarioKeys.Description] = JsonForm.Text("What it is.");
        form["type"] = new JsonArray("object", "null");
        form["additionalProperties"] = false;
        return form;
    }
}
