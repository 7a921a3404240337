using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Documents.Schemas;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Writes the JSON Schema (draft 2020-12) of layer tables in YAML and JSON, for editors.</summary>
public static class NetworkJsonSchema
{
    /// <summary>The schema as text; always the same.</summary>
    public static string Write() => JsonText.Of(Document());

    private static JsonObject Document() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Memti network",
        ["type"] = "object",
        ["required"] = JsonForm.Texts([LayerKeys.Name, LayerKeys.Layers]),
        ["properties"] = new JsonObject
        {
            [LayerKeys.Name] = JsonForm.Text("Name of the network."),
            [LayerKeys.Description] = JsonForm.Text("What the network is."),
            [LayerKeys.Layers] = JsonForm.List("The layers, in the order in which they run.", Layer(), 1, NetworkLimits.Layers),
        },
        ["additionalProperties"] = false,
    };

    private static JsonObject Layer()
    {
        JsonObject properties = [];
        foreach (LayerKey key in LayerKeys.All)
            properties[key.Name] = Field(key);
        foreach (string key in LayerKeys.Computed)
            properties[key] = new JsonObject { ["description"] = "Computed in listings, and not read.", ["type"] = "integer" };
        return JsonForm.Mapping("A layer.", properties, LayerKeys.Layer, LayerKeys.Kind, "c");
    }

    private static JsonObject Field(LayerKey key)
    {
        string text = $"{key.Description}. Default: {key.Default}.";
        return key.Type switch
        {
            LayerKeyType.Number => JsonForm.Whole(text, 1, key.Most),
            LayerKeyType.Truth => new JsonObject { ["description"] = text, ["type"] = "boolean", ["default"] = false },
            LayerKeyType.Word => JsonForm.Word(text, RowKinds.Words),
            _ => JsonForm.Text(text),
        };
    }
}
