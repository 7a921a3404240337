namespace Memti.Plugins.Finding;

/// <summary>Where to look for plugins.</summary>
public sealed record PluginSearch
{
    /// <summary>Name of the folder with plugins beside the executable; each has a folder of its own in it.</summary>
    public const string FolderName = "plugins";

    /// <summary>Name of the folder with cell files beside the executable.</summary>
    public const string CellsFolderName = "cells";

    /// <summary>
    /// Folder that holds the plugins' folders of the host; null for none. It may be missing, and messages name it <c>plugins</c>.
    /// </summary>
    public string? HostFolder { get; init; }

    /// <summary>
    /// Folder with cell files that belong to no plugin, directly in it or one folder below; null for none. It may be missing.
    /// </summary>
    public string? CellsFolder { get; init; }

    /// <summary>
    /// What the user gave with <c>--plugin-path</c>: an assembly, a cell file, the folder of one plugin, or a folder of plugins' folders
    /// (which then has no assembly of its own). Each must exist.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Looks into <c>plugins</c> and <c>cells</c> beside the executable, and into what the user gave.</summary>
    public static PluginSearch BesideExecutable(IReadOnlyList<string>? paths = null) => new()
    {
        HostFolder = Path.Combine(AppContext.BaseDirectory, FolderName),
        CellsFolder = Path.Combine(AppContext.BaseDirectory, CellsFolderName),
        Paths = paths ?? [],
    };
}
