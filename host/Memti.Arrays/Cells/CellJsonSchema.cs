using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Documents.Numbers;
using Memti.Documents.Schemas;

namespace Memti.Arrays.Cells;

/// <summary>Writes the JSON Schema (draft 2020-12) of cell files, for editors.</summary>
public static class CellJsonSchema
{
    /// <summary>The schema as text; always the same.</summary>
    public static string Write() => JsonText.Of(Document());

    private static JsonObject Document() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Memti memory cell",
        ["type"] = "object",
        ["required"] = JsonForm.Texts([CellKeys.Version, CellKeys.Name, CellKeys.Kind, "geometry", "access"]),
        ["properties"] = Root(),
        ["additionalProperties"] = false,
        ["if"] = new JsonObject { ["properties"] = new JsonObject { [CellKeys.Kind] = new JsonObject { ["const"] = "sram" } } },
        ["then"] = new JsonObject { ["required"] = JsonForm.Texts(["sram"]) },
        ["else"] = new JsonObject { ["required"] = JsonForm.Texts(["resistance", "read", "set", "reset"]) },
    };

    private static JsonObject Root()
    {
        JsonObject properties = new()
        {
            [CellKeys.Version] = new JsonObject { ["description"] = "Version of the format.", ["const"] = 1 },
            [CellKeys.Name] = new JsonObject { ["description"] = "Name by which scenarios and commands know the cell.", ["type"] = "string", ["pattern"] = CellName.Pattern, ["maxLength"] = CellName.Longest },
            [CellKeys.Kind] = JsonForm.Word("The physics of the cell.", CellWords.Kinds),
            [CellKeys.Offers] = new JsonObject { ["description"] = "Memory kind whose default cell this is, and which scenarios may then name.", ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]{0,63}$" },
            [CellKeys.Description] = JsonForm.Text("What the cell is."),
            [CellKeys.Sources] = new JsonObject { ["description"] = "Sources by a short name.", ["type"] = "object", ["propertyNames"] = JsonForm.Name(), ["additionalProperties"] = JsonForm.Text("The source in full.") },
        };
        AddOrigin(properties, "all numbers that have none nearer");
        foreach (string section in CellKeys.Sections)
            properties[section] = Section(section);
        properties[CellKeys.Levels] = JsonForm.List("Level distributions, one for each number of bits.", Levels(), 0, 4);
        return properties;
    }

    private static JsonObject Section(string section)
    {
        JsonObject properties = [];
        AddOrigin(properties, "the numbers of this section that have none of their own");
        if (section == "access")
            properties["device"] = JsonForm.Word("What connects the cell to its bit line.", CellWords.Devices);
        if (section is "read" or "set" or "reset")
            properties["mode"] = JsonForm.Word("Whether a voltage or a current is forced or sensed.", CellWords.Modes);
        foreach (CellKey key in CellKeys.Of(section))
            properties[key.Name] = Number(key);
        return JsonForm.Mapping($"Numbers of the cell: {section}.", properties);
    }

    private static JsonObject Number(CellKey key)
    {
        JsonObject detail = new() { [CellKeys.Value] = Plain(key) };
        AddOrigin(detail, "this number");
        string unit = key.Unit.Length == 0 ? "" : $" ({key.Unit})";
        string fallback = key.Default is null ? "" : $" Default: {key.Default}.";
        return new JsonObject
        {
            ["description"] = $"{key.Description}{unit}.{fallback}",
            ["anyOf"] = new JsonArray(Plain(key), JsonForm.Mapping("A number with what is known of it.", detail, CellKeys.Value)),
        };
    }

    private static JsonObject Plain(CellKey key)
    {
        JsonObject form = new() { ["type"] = key.Whole ? "integer" : "number", ["minimum"] = key.Range.Minimum, ["maximum"] = key.Range.Maximum };
        if (key.Step > 1)
            form["multipleOf"] = key.Step;
        if (key.Smallest > 0)
            form["not"] = new JsonObject { ["exclusiveMinimum"] = -key.Smallest, ["exclusiveMaximum"] = key.Smallest };
        return form;
    }

    private static JsonObject Levels()
    {
        JsonObject properties = new()
        {
            ["bits_per_cell"] = JsonForm.Whole("Bits that the levels store.", 1, 4),
            ["means"] = JsonForm.List("Mean of each level, rising; 0 is the lowest level and 1 the highest.", Number(0), 2, 16),
            ["sigmas"] = JsonForm.List("Standard deviation of each level.", Number(1e-6), 2, 16),
        };
        AddOrigin(properties, "this table");
        return JsonForm.Mapping("Normal distributions of the levels.", properties, "bits_per_cell", "means", "sigmas");
    }

    private static JsonObject Number(double minimum) => new() { ["type"] = "number", ["minimum"] = minimum, ["maximum"] = 1 };

    private static void AddOrigin(JsonObject properties, string whose)
    {
        properties[CellKeys.Status] = JsonForm.Word($"Status of {whose}.", StatusWord.All);
        properties[CellKeys.Source] = JsonForm.Text($"Source of {whose}: a name of `sources`, or a text.");
    }
}
