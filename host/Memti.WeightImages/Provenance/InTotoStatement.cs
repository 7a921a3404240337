using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Provenance;

/// <summary>An in-toto statement with SLSA provenance: identity of the weight images, their inputs and their builder. Contains no
/// times.</summary>
/// <remarks>in-toto Attestation Framework, Statement v1; SLSA Provenance v1.0.</remarks>
public static class InTotoStatement
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.intoto.json";

    private const string BuildType = "urn:memti:weights:1";

    /// <summary>Contents of the statement's file.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="manifestBytes">Contents of the manifest's file.</param>
    public static byte[] Of(WeightManifest manifest, ReadOnlySpan<byte> manifestBytes)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        IEnumerable<ManifestImageFile> files = manifest.Regions
            .SelectMany(static region => region.Images)
            .SelectMany(static image => image.Files);
        JsonArray subjects = [
            Subject(WeightManifest.FileName, WholeFile.Sha256(manifestBytes)),
            .. files.Select(static file => Subject(file.File, file.Sha256))
        ];
        return Encoding.UTF8.GetBytes(JsonText.Of(new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = subjects,
            ["predicateType"] = "https://slsa.dev/provenance/v1",
            ["predicate"] = new JsonObject
            {
                ["buildDefinition"] = Definition(ManifestJson.Ordered(manifest)),
                ["runDetails"] = Run(manifest.Tool)
            },
        }));
    }

    private static JsonObject Definition(WeightManifest manifest) => new()
    {
        ["buildType"] = BuildType,
        ["externalParameters"] = new JsonObject
        {
            ["model"] = ManifestJson.Node(manifest.Model),
            ["parameters"] = ManifestJson.Node(manifest.Parameters),
            ["memories"] = ManifestJson.Node(manifest.Memories),
            ["tasks"] = new JsonArray(
                [.. manifest.Tasks.Select(static task => new JsonObject { ["name"] = task.Name, ["data"] = task.Data })]),
            ["regions"] = new JsonArray([.. manifest.Regions.Select(Region)]),
        },
        ["internalParameters"] = new JsonObject(),
        ["resolvedDependencies"] = new JsonArray([.. manifest.Inputs.Select(Dependency)]),
    };

    private static JsonObject Region(ManifestRegion region) => new()
    {
        ["name"] = region.Name,
        ["memory"] = region.Memory,
        ["address"] = ImageFinding.Address(region.Address),
        ["layout"] = ManifestJson.Node(region.Layout),
    };

    private static JsonObject Dependency(ManifestInput input) => new()
    {
        ["name"] = input.Name,
        ["digest"] = Digest(input.Sha256),
        ["annotations"] = new JsonObject { ["role"] = input.Role },
    };

    private static JsonObject Run(ManifestTool tool) => new()
    {
        // SLSA permits to leave out start and finish times; with them, equal inputs would not give equal bytes.
        ["builder"] = new JsonObject
        {
            ["id"] = $"urn:memti:host:{tool.Name}",
            ["version"] = new JsonObject { [tool.Name] = tool.Version }
        },
    };

    private static JsonObject Subject(string name, string sha256) => new() { ["name"] = name, ["digest"] = Digest(sha256) };

    private static JsonObject Digest(string sha256) => new() { ["sha256"] = sha256 };
}
