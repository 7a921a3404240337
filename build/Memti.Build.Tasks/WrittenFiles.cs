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
        IEnumerable<string> before = File.Exists(list) ? File.ReadAllLines(list) : [];
        IEnumerable<string> all = before.Concat(files.Select(file => Seen(folder, file)))
            .Where(static file => file.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        AsideFile.WriteIfChanged(list, string.Concat(all.Select(static file => file + "\n")));
    }

    private static string Seen(string folder, string file)
    {
        string relative = Path.GetRelativePath(folder, file);
        // Files outside the project keep their absolute path.
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
