using System.Text.Json.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Arrays.Cells;

/// <summary>Writes the JSON Schema (draft 2020-12) of cell files, for editors.</summary>
public static class CellJsonSchema
{
    /// <summary>The schema as text; always the same.</summary>
    public static string Write() => JsonForm.Document("Memti memory cell", Document());

    // A cell of each kind needs the sections that hold the numbers which its rules ask for.
    private static JsonObject Document()
    {
        JsonObject root = CellKeys.Root.Schema(SchemaScope.Document);
        foreach (string section in (string[])["geometry", "access"])
            root["required"]!.AsArray().Add(section);
        root["if"] = new JsonObject { ["properties"] = new JsonObject { [CellKeys.Kind.Name] = new JsonObject { ["const"] = "sram" } } };
        root["then"] = Requiring("sram");
        root["else"] = Requiring("resistance", "read", "set", "reset");
        return root;
    }

    private static JsonObject Requiring(params IEnumerable<string> sections) => new() { ["required"] = JsonForm.Texts(sections) };
}
