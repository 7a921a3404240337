using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

internal static class CellFiles
{
    /// <summary>Parameters of the reference simulators' cells.</summary>
    public const string Reference = "nvsim-cells.json";

    /// <summary>Every cell file that ships, relative to the root.</summary>
    public static IEnumerable<string> Shipped => ((string[])["plugins", "samples"])
        .SelectMany(
            static folder => Directory.EnumerateFiles(RepositoryFiles.Of(folder), "*" + CellFile.Extension, SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(RepositoryFiles.Root, file))
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Order(StringComparer.Ordinal);
}
