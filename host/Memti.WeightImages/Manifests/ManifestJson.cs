using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;

namespace Memti.WeightImages.Manifests;

/// <summary>JSON form of manifests: members in order of declaration, option keys in alphabetical order.</summary>
internal static class ManifestJson
{
    /// <summary>Settings for reading and writing the records.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // Strict, because the manifest is evidence: readers must not differ on which of two values counts.
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static byte[] Write(WeightManifest manifest) =>
        Encoding.UTF8.GetBytes(JsonText.Of(JsonSerializer.SerializeToNode(Ordered(manifest), Options)!));

    /// <summary>JSON of a part of a manifest.</summary>
    public static JsonNode Node<T>(T part) => JsonSerializer.SerializeToNode(part, Options)!;

    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ManifestUnreadable"/>.</exception>
    public static WeightManifest Read(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            JsonNode? document = JsonNode.Parse(bytes);
            RequireVersion(document, name);
            WeightManifest manifest = JsonSerializer.Deserialize<WeightManifest>(bytes, Options)!;
            return TensorTasks.AreIn(document!) ? manifest : TensorTasks.AddTo(manifest);
        }
        catch (JsonException error)
        {
            string where = error.Path is { Length: > 1 } path ? $" '{path[2..]}':" : "";
            throw Unreadable(
                name,
                $"{where} {error.Message.Split(" Path:")[0].TrimEnd('.')}",
                (int)(error.LineNumber ?? -1) + 1,
                (int)(error.BytePositionInLine ?? -1) + 1,
                error);
        }
    }

    /// <summary>Rejects null items in lists, which the JSON reader accepts.</summary>
    private static void RequireItems(JsonNode? node)
    {
        IEnumerable<JsonNode?> parts = node switch
        {
            JsonArray list => list,
            JsonObject mapping => mapping.Select(static member => member.Value),
            _ => []
        };
        foreach (JsonNode? part in parts)
        {
            if (part is null && node is JsonArray)
                throw new JsonException($"a list has null among its items ({node.GetPath()})");
            RequireItems(part);
        }
    }

    private static void RequireVersion(JsonNode? document, string name)
    {
        RequireItems(document);
        string version = (document as JsonObject)?["memti_manifest"]?.ToJsonString() ?? "missing";
        if (version != "1")
            throw Unreadable(name, $" 'memti_manifest' is {version}; permitted: {WeightManifest.CurrentVersion}", 0, 0, null);
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

    private static MemtiException Unreadable(string name, string why, int line, int column, Exception? inner) =>
        new(
            new Diagnostic(
                WeightImageCodes.ManifestUnreadable,
                $"the file is no manifest of version {WeightManifest.CurrentVersion}:{why}.")
            { File = name, Line = line, Column = column },
            inner);
}
