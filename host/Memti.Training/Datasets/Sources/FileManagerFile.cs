namespace Memti.Training.Datasets.Sources;

/// <summary>Files and folders that file managers and archivers leave behind: they belong to no dataset.</summary>
internal static class FileManagerFile
{
    private static readonly HashSet<string> Names =
        new(StringComparer.OrdinalIgnoreCase) { "Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX", "@eaDir", "Icon\r", "$RECYCLE.BIN" };

    /// <summary>True for a hidden name such as <c>.DS_Store</c> and <c>._0.png</c>, and for those of Windows and of archives.</summary>
    public static bool Is(string path) => Path.GetFileName(path) is { } name && (name.StartsWith('.') || Names.Contains(name));

    /// <summary>True when a name in a relative path is one.</summary>
    public static bool IsIn(string relative) => relative.Split('/', '\\').Any(Is);

    /// <summary>Files of a folder that belong to a dataset, in ordinal order.</summary>
    public static IEnumerable<string> Others(string folder) =>
        Directory.EnumerateFiles(folder).Where(static file => !Is(file)).Order(StringComparer.Ordinal);

    /// <summary>Folders of a folder that belong to a dataset, in ordinal order.</summary>
    public static IEnumerable<string> OtherFolders(string folder) =>
        Directory.EnumerateDirectories(folder).Where(static inner => !Is(inner)).Order(StringComparer.Ordinal);
}
