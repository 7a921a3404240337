using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Finding;

/// <summary>Puts plugins after those that they need, and otherwise leaves their order as it is.</summary>
internal static class PluginOrder
{
    /// <summary>Sorts plugins.</summary>
    /// <param name="manifests">One per id.</param>
    /// <param name="present">Ids of plugins that are registered already.</param>
    /// <param name="diagnostics">Takes a finding for each plugin that cannot be registered.</param>
    public static IReadOnlyList<PluginManifest> Sort(
        IReadOnlyList<PluginManifest> manifests, IEnumerable<string> present, ICollection<Diagnostic> diagnostics)
    {
        var done = new HashSet<string>(present, StringComparer.Ordinal);
        var waiting = new List<PluginManifest>(manifests);
        var sorted = new List<PluginManifest>();
        while (waiting.Find(manifest => manifest.Dependencies.All(done.Contains)) is { } next)
        {
            waiting.Remove(next);
            done.Add(next.Id);
            sorted.Add(next);
        }

        foreach (PluginManifest manifest in waiting)
            diagnostics.Add(Unsortable(manifest, waiting, done));
        return sorted;
    }

    /// <summary>A plugin that cannot be registered because another one is not there.</summary>
    public static Diagnostic Missing(PluginManifest manifest, string needed) =>
        Finding(manifest, $"plugin '{manifest.Id}' needs plugin '{needed}', which was not found or not loaded.");

    private static Diagnostic Unsortable(PluginManifest manifest, List<PluginManifest> waiting, HashSet<string> done)
    {
        string needed = manifest.Dependencies.First(id => !done.Contains(id));
        return CircleThrough(manifest, waiting) is { } circle
            ? Finding(manifest, $"plugin '{manifest.Id}' needs itself in a circle: {circle}.")
            : Missing(manifest, needed);
    }

    private static string? CircleThrough(PluginManifest start, List<PluginManifest> waiting)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var paths = new Queue<IReadOnlyList<string>>([[start.Id]]);
        while (paths.TryDequeue(out IReadOnlyList<string>? path))
            foreach (string id in waiting.Find(manifest => manifest.Id == path[^1])?.Dependencies ?? [])
            {
                if (id == start.Id)
                    return string.Join(" -> ", path.Append(id));
                if (seen.Add(id))
                    paths.Enqueue([.. path, id]);
            }

        return null;
    }

    private static Diagnostic Finding(PluginManifest manifest, string message) =>
        new(PluginCodes.PluginOrder, message) { File = manifest.File };
}
