using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Search;

/// <summary>Every cell that ships, by its name.</summary>
internal static class ShippedCells
{
    private static readonly Lazy<Dictionary<string, MemoryCell>> Cells = new(static () =>
        Files().Select(static file => CellReader.ReadFile(file).File!.Cell).ToDictionary(static cell => cell.Name));

    public static MemoryCell Named(string name) => Cells.Value[name];

    private static IEnumerable<string> Files() => ((string[])["plugins", "samples"])
        .SelectMany(
            static folder => Directory.EnumerateFiles(RepositoryFiles.Of(folder), "*" + CellFile.Extension, SearchOption.AllDirectories))
        .Where(
            static file =>
                !Path.GetRelativePath(RepositoryFiles.Root, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any());
}
