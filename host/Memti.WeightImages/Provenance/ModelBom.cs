using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Provenance;

/// <summary>A bill of materials of the weights: the model with its card, its data and input files, and the weight images. Contains no
/// times.</summary>
/// <remarks>CycloneDX 1.6 (ECMA-424).</remarks>
public static class ModelBom
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.cdx.json";

    private const string Model = "model";

    /// <summary>Contents of the bill's file.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="manifestBytes">Contents of the manifest's file.</param>
    public static byte[] Of(WeightManifest manifest, ReadOnlySpan<byte> manifestBytes)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        string sha256 = WholeFile.Sha256(manifestBytes);
        return Encoding.UTF8.GetBytes(JsonText.Of(new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            // CycloneDX recommends a new number for each bill; this one follows from the manifest, so that equal inputs give equal bytes.
            ["serialNumber"] = $"urn:uuid:{NamedUuid.Of("urn:memti:manifest:" + sha256)}",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["tools"] = Tools(manifest.Tool), ["component"] = ModelComponent(manifest, sha256) },
            ["components"] = new JsonArray([.. manifest.Inputs.Select(Input), .. Files(manifest).Select(File)]),
            ["dependencies"] = new JsonArray(
                new JsonObject
                {
                    ["ref"] = Model,
                    ["dependsOn"] = new JsonArray([.. manifest.Inputs.Select((_, index) => (JsonNode)InputReference(index))])
                }),
        }));
    }

    private static IEnumerable<ManifestImageFile> Files(WeightManifest manifest) =>
        manifest.Regions.SelectMany(static region => region.Images).SelectMany(static image => image.Files);

    private static JsonObject Tools(ManifestTool tool) => new()
    {
        ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = tool.Name, ["version"] = tool.Version }),
    };

    private static JsonObject ModelComponent(WeightManifest manifest, string sha256) => new()
    {
        ["type"] = "machine-learning-model",
        ["bom-ref"] = Model,
        ["name"] = manifest.Model.Kind,
        ["description"] = $"Weights in fixed point for {manifest.Tasks.Count.ToString(CultureInfo.InvariantCulture)} tasks: "
            + $"{string.Join(", ", manifest.Tasks.Select(static task => task.Name))}. The hash is that of {WeightManifest.FileName}.",
        ["hashes"] = Hashes(sha256),
        ["modelCard"] = ModelCard.Of(manifest, InputReference),
    };

    private static JsonObject Input(ManifestInput input, int index)
    {
        bool isData = input.Role == "data";
        JsonObject component = new()
        {
            ["type"] = isData ? "data" : "file",
            ["bom-ref"] = InputReference(index),
            ["name"] = input.Name,
            ["description"] = input.Role,
            ["hashes"] = Hashes(input.Sha256),
        };
        if (isData)
            component["data"] = new JsonArray(new JsonObject { ["type"] = "dataset", ["name"] = input.Name });
        return component;
    }

    private static JsonObject File(ManifestImageFile file) => new()
    {
        ["type"] = "file",
        ["bom-ref"] = "file-" + file.File,
        ["name"] = file.File,
        ["hashes"] = Hashes(file.Sha256),
    };

    private static string InputReference(int index) => string.Create(CultureInfo.InvariantCulture, $"input-{index}");

    private static JsonArray Hashes(string sha256) => [new JsonObject { ["alg"] = "SHA-256", ["content"] = sha256 }];
}
