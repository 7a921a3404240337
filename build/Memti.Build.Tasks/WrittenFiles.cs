using Memti.Documents.Files;

namespace Memti.Build.Tasks;

/// <summary>List of the files that builds of a project wrote, one path per line, sorted. <c>Clean</c> removes them.</summary>
internal static class WrittenFiles
{
    /// <summary>Adds files to the list. It never shrinks, so that weight images of former regions are removed as well.</summary>
    /// <param name="list">Path of the list.</param>
    /// <param name="folder">The project's folder. Files below it are listed with relative paths, so that a moved project does not clean its
    /// former folder.</param>
    /// <param name="files">Absolute paths of the files.</param>
    public static void Add(string list, string folder, IEnumerable<string> files)
    {
        IEnumerable<string> all = Read(list).Concat(files.Select(file => Seen(folder, file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        AsideFile.WriteIfChanged(list, string.Concat(all.Select(static file => file + "\n")));
    }

    /// <summary>
    /// The listed files that lie in one of some folders, links included. The list is a file like others: what it names elsewhere is not of
    /// this project, and nobody may delete or publish it.
    /// </summary>
    /// <param name="list">Path of the list.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="inside">Absolute paths of the folders.</param>
    /// <returns>Path of each file and its name in its folder, with <c>/</c> between folders.</returns>
    public static IReadOnlyList<(string File, string Name)> Inside(string list, string folder, IReadOnlyList<string> inside) =>
        [.. Read(list).Select(line => Find(Path.GetFullPath(line, folder), inside)).OfType<(string, string)>()];

    private static IEnumerable<string> Read(string list) => File.Exists(list)
        ? File.ReadAllLines(list).Where(static line => line.Length > 0 && !line.Contains('\0', StringComparison.Ordinal))
        : [];

    private static (string File, string Name)? Find(string file, IReadOnlyList<string> inside)
    {
        foreach (string folder in inside)
        {
            string name = Path.GetRelativePath(folder, file);
            if (ConfinedPath.TryResolve(folder, name, out string path, out _))
                return (path, name.Replace('\\', '/'));
        }

        return null;
    }

    private static string Seen(string folder, string file)
    {
        string relative = Path.GetRelativePath(folder, file);
        // Files outside the project keep their absolute path.
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
