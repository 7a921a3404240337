using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Json;
using Memti.WeightImages.Codes;

namespace Memti.WeightImages.Manifests;

/// <summary>JSON form of manifests: members in order of declaration, option keys in alphabetical order.</summary>
internal static class ManifestJson
{
    public static byte[] Write(WeightManifest manifest) =>
        Encoding.UTF8.GetBytes(JsonText.Of(JsonSerializer.SerializeToNode(Ordered(manifest), StrictJson.Options)!));

    /// <summary>JSON of a part of a manifest.</summary>
    public static JsonNode Node<T>(T part) => JsonSerializer.SerializeToNode(part, StrictJson.Options)!;

    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ManifestUnreadable"/>.</exception>
    public static WeightManifest Read(ReadOnlySpan<byte> bytes, string name)
    {
        var form = new JsonFile(name, $"manifest of version {WeightManifest.CurrentVersion}", WeightImageCodes.ManifestUnreadable);
        JsonNode? document = StrictJson.Node(bytes, form);
        string version = (document as JsonObject)?["memti_manifest"]?.ToJsonString() ?? "missing";
        if (version != "1")
            throw form.Refused($"'memti_manifest' is {version}; permitted: {WeightManifest.CurrentVersion}");
        WeightManifest manifest = StrictJson.Read<WeightManifest>(bytes, form);
        return TensorTasks.AreIn(document!) ? manifest : TensorTasks.AddTo(manifest);
    }

    /// <summary>The manifest with option keys in alphabetical order, as written.</summary>
    public static WeightManifest Ordered(WeightManifest manifest) => manifest with
    {
        Parameters = manifest.Parameters with { Recipes = Ordered(manifest.Parameters.Recipes) },
        Model = manifest.Model with { Options = Ordered(manifest.Model.Options) },
        Memories = [.. manifest.Memories.Select(static memory => memory with { Options = Ordered(memory.Options) })],
    };

    private static SortedDictionary<string, string> Ordered(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToDictionary(static pair => pair.Key, static pair => pair.Value), StringComparer.Ordinal);
}
