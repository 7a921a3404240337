namespace Memti.Scenarios.Tests;

/// <summary>Files of the repository, and of the reference data that may lie beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Above();

    /// <summary>Parameters of the reference simulators' cells, where a folder of reference data lies beside the repository; it need not.</summary>
    public static string ReferenceCells { get; } =
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Root))!, "shared", "reference", "nvsim-cells.json");

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every cell file that ships, relative to the root.</summary>
    public static IEnumerable<string> Cells => ((string[])["plugins", "samples"])
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + CellFile.Extension, SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(Root, file))
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Order(StringComparer.Ordinal);

    private static string Above()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Memti.Host.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
