using Memti.Arrays.Cells;

namespace Memti.Plugins.Finding;

/// <summary>A file or folder of a plugin.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">How messages name it: as the user gave it, with what was found below; forward slashes.</param>
internal readonly record struct PluginFile(string FullPath, string Shown)
{
    /// <summary>A path as the user gave it.</summary>
    public static PluginFile FromUser(string path) =>
        new(Path.GetFullPath(path), Path.TrimEndingDirectorySeparator(path).Replace('\\', '/'));

    /// <summary>Assemblies directly inside, in ordinal order.</summary>
    public IReadOnlyList<PluginFile> Assemblies() => Below(Directory.EnumerateFiles(FullPath, "*.dll"));

    /// <summary>Cell files directly inside, in ordinal order: YAML files whose first line is that of a cell.</summary>
    public IReadOnlyList<PluginFile> Cells() =>
        Below(Directory.EnumerateFiles(FullPath).Where(static path => IsYaml(path) && CellFile.IsCell(path)));

    /// <summary>Folders directly inside, in ordinal order.</summary>
    public IReadOnlyList<PluginFile> Folders() => Below(Directory.EnumerateDirectories(FullPath));

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private List<PluginFile> Below(IEnumerable<string> paths)
    {
        string shown = Shown;
        return [.. paths.Order(StringComparer.Ordinal).Select(path => new PluginFile(path, $"{shown}/{Path.GetFileName(path)}"))];
    }
}
