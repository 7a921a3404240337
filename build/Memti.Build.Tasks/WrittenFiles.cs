namespace Memti.Build.Tasks;

/// <summary>The list of files that builds of a project wrote, one path a line, sorted: what <c>Clean</c> removes.</summary>
internal static class WrittenFiles
{
    /// <summary>Adds files to the list. It only grows, so that an image whose region is gone is removed as well.</summary>
    /// <param name="list">The list.</param>
    /// <param name="folder">The project's folder. Files in it are listed as seen from it, so that a project that is moved does not clean up where it was.</param>
    /// <param name="files">Files with their whole paths.</param>
    public static void Add(string list, string folder, IEnumerable<string> files)
    {
        IEnumerable<string> before = File.Exists(list) ? File.ReadAllLines(list) : [];
        IEnumerable<string> all = before.Concat(files.Select(file => Seen(folder, file))).Where(static file => file.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        AsideFile.WriteIfChanged(list, string.Concat(all.Select(static file => file + "\n")));
    }

    private static string Seen(string folder, string file)
    {
        string relative = Path.GetRelativePath(folder, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
