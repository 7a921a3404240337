using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Memti.Documents.Files;
using Memti.Documents.Json;

namespace Memti.WeightImages.Manifests;

/// <summary>Writes the JSON Schema (draft 2020-12) of manifests.</summary>
public static class ManifestJsonSchema
{
    /// <summary>The one member that may be left out, of the model.</summary>

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };
        var root = (JsonObject)StrictJson.Options.GetJsonSchemaAsNode(typeof(WeightManifest), options);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "Memti weight manifest");
        root.Insert(
            2, "description", "Weight images, what they came from, how well they do and what they cost. Any flipped bit breaks the seal.");
        var members = (JsonObject)root["properties"]!;
        members["memti_manifest"] = new JsonObject
        {
            ["description"] = ManifestDescriptions.Of("weight_manifest.memti_manifest"),
            ["const"] = WeightManifest.CurrentVersion
        };
        return JsonText.Of(root);
    }

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        // A manifest is written with every member, also with those that one of an earlier Memti may lack.
        if (node is JsonObject form && form["properties"] is JsonObject members)
            form["required"] = new JsonArray([.. members.Select(static member => (JsonNode)member.Key)]);
        if (context.PropertyInfo is not { } property)
            return node;
        string record = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.DeclaringType.Name);
        // The exporter knows no type for a custom converter; only addresses have one.
        JsonObject schema = node as JsonObject ?? new JsonObject { ["type"] = "string", ["pattern"] = "^0x[0-9A-F]{8,16}$" };
        schema.Insert(0, "description", ManifestDescriptions.Of($"{record}.{property.Name}"));
        return schema;
    }
}
