using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Loading;

/// <summary>
/// The <c>.deps.json</c> beside a plugin. The runtime reads it in native code, which ends the process when a member has an unexpected
/// form, so its form is checked first.
/// </summary>
internal static class PluginDependencyFile
{
    private static readonly string[] AssetGroups = ["runtime", "resources", "native", "runtimeTargets"];

    /// <summary>Checks the file of a plugin. A plugin without one has all dependencies in its folder.</summary>
    /// <exception cref="MemtiException"><see cref="PluginCodes.PluginDependencyMissing"/> when the file is damaged.</exception>
    public static void Check(string assemblyFile)
    {
        string file = PathOf(assemblyFile);
        try
        {
            if (File.Exists(file) && DefectIn(file) is { } defect)
                throw Damaged(assemblyFile, defect);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(assemblyFile, error.Message, error);
        }
    }

    /// <summary>The error of a plugin whose file cannot be used.</summary>
    public static MemtiException Damaged(string assemblyFile, string defect, Exception? inner = null)
    {
        string message = $"the plugin's dependencies cannot be read from {Path.GetFileName(PathOf(assemblyFile))}. {defect}";
        return new MemtiException(PluginCodes.PluginDependencyMissing, message, inner);
    }

    private static string PathOf(string assemblyFile) => Path.ChangeExtension(assemblyFile, ".deps.json");

    private static string? DefectIn(string file)
    {
        using FileStream content = File.OpenRead(file);
        using var document = JsonDocument.Parse(content, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return DefectOf(document.RootElement);
    }

    private static string? DefectOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return "It is not a JSON object.";
        if (!NamesTarget(root))
            return "'runtimeTarget' has no name.";
        if (!AreObjects(root, "targets", IsTarget))
            return "'targets' has an unexpected form.";
        return AreObjects(root, "libraries") ? null : "'libraries' has an unexpected form.";
    }

    private static bool NamesTarget(JsonElement root) =>
        root.TryGetProperty("runtimeTarget", out JsonElement target) && target.ValueKind switch
        {
            JsonValueKind.String => true,
            JsonValueKind.Object => target.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String,
            _ => false,
        };

    private static bool IsTarget(JsonElement target) =>
        target.EnumerateObject().All(static library => IsObject(library.Value, HoldsAssets));

    private static bool HoldsAssets(JsonElement library) => AssetGroups.All(group => AreObjects(library, group));

    /// <summary>True when a member is missing, or is an object of objects that all pass the check.</summary>
    private static bool AreObjects(JsonElement parent, string member, Func<JsonElement, bool>? check = null) =>
        !parent.TryGetProperty(member, out JsonElement found)
        || (found.ValueKind == JsonValueKind.Object && found.EnumerateObject().All(inner => IsObject(inner.Value, check)));

    private static bool IsObject(JsonElement value, Func<JsonElement, bool>? check) =>
        value.ValueKind == JsonValueKind.Object && (check is null || check(value));
}
