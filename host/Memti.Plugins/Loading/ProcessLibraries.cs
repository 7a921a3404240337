using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;

namespace Memti.Plugins.Loading;

/// <summary>
/// Native libraries of which a process can hold one copy alone (<see cref="MemtiPluginProcessLibraryAttribute"/>): in which plugin's folder
/// each of them is.
/// </summary>
/// <remarks>Measured with libtorch: a second copy ends the process with SIGABRT; links to one copy are mapped once, and work.</remarks>
internal sealed class ProcessLibraries
{
    private readonly List<PluginManifest> _plugins = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Admits the folder of a plugin that is about to be loaded.</summary>
    /// <exception cref="MemtiException"><see cref="PluginCodes.ProcessLibraryTaken"/>.</exception>
    public void Admit(PluginManifest manifest)
    {
        // A declaration counts for all folders: those of plugins that were loaded before it, and those of plugins that declare nothing.
        foreach (string name in _names.Union(manifest.ProcessLibraries))
            if (FileOf(manifest, name) is { } own && HolderOf(name, own) is { } holder)
                throw Taken(manifest, name, holder);
        _names.UnionWith(manifest.ProcessLibraries);
        _plugins.Add(manifest);
    }

    private PluginManifest? HolderOf(string name, string own) =>
        _plugins.Find(other => FileOf(other, name) is { } theirs && !FileIdentity.AreSame(own, theirs));

    private static string? FileOf(PluginManifest manifest, string name)
    {
        string folder = Path.GetDirectoryName(manifest.FullPath)!;
        string[] files = [$"lib{name}.so", $"lib{name}.dylib", $"{name}.dll"];
        string[] folders = [folder, .. NativeFoldersOf(folder)];
        return folders.SelectMany(each => files.Select(file => Path.Combine(each, file))).FirstOrDefault(File.Exists);
    }

    // Where builds for several platforms put native libraries: runtimes/linux-x64/native.
    private static IEnumerable<string> NativeFoldersOf(string folder)
    {
        string runtimes = Path.Combine(folder, "runtimes");
        return Directory.Exists(runtimes)
            ? Directory.EnumerateDirectories(runtimes).Order(StringComparer.Ordinal).Select(static each => Path.Combine(each, "native"))
            : [];
    }

    private static MemtiException Taken(PluginManifest manifest, string name, PluginManifest holder) => new(new Diagnostic(
        PluginCodes.ProcessLibraryTaken,
        $"the folder of plugin '{manifest.Id}' holds a copy of the native library '{name}', and that of plugin '{holder.Id}' "
            + $"({holder.File}) another one; a process can load it once. Remove one of the plugins, or replace its copy by a link to the "
            + "other.")
    {
        File = manifest.File,
        Value = name,
    });
}
