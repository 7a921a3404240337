namespace Memti.Build.Tasks;

/// <summary>The list of files that builds of a project wrote, one path a line, sorted: what <c>Clean</c> removes.</summary>
internal static class WrittenFiles
{
    /// <summary>Adds files to the list. It only grows, so that an image whose region is gone is removed as well.</summary>
    public static void Add(string list, IEnumerable<string> files)
    {
        IEnumerable<string> before = File.Exists(list) ? File.ReadAllLines(list) : [];
        IEnumerable<string> all = before.Concat(files).Where(static file => file.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        AsideFile.WriteIfChanged(list, string.Concat(all.Select(static file => file + "\n")));
    }
}
