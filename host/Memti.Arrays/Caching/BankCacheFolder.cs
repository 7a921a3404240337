namespace Memti.Arrays.Caching;

/// <summary>
/// The folder of a cache on disk: one file per entry, named after its key. Files of other names are never touched. A folder that is not there
/// has no entries.
/// </summary>
/// <param name="path">Full path.</param>
public sealed class BankCacheFolder(string path)
{
    internal const string EntryExtension = ".bank";
    private const string PartialExtension = ".bank-partial";

    /// <summary>Age at which the partial file of a process that was stopped is taken away.</summary>
    private static readonly TimeSpan Forsaken = TimeSpan.FromHours(1);

    /// <summary>Full path.</summary>
    public string Path { get; } = path;

    /// <summary>How many entries there are, and their bytes.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public (int Entries, long Bytes) Measure() => Sum(Files(EntryExtension));

    /// <summary>Takes all entries away.</summary>
    /// <returns>How many there were, and their bytes.</returns>
    /// <exception cref="IOException">An entry cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">An entry may not be taken away.</exception>
    public (int Entries, long Bytes) Clear()
    {
        List<CacheFile> entries = Files(EntryExtension);
        foreach (CacheFile file in (CacheFile[])[.. entries, .. Files(PartialExtension)])
            File.Delete(file.Path);
        return Sum(entries);
    }

    /// <summary>Takes the entries away that were not used for longest, until the others are at most so many bytes.</summary>
    internal void Trim(long bytes)
    {
        foreach (CacheFile partial in Files(PartialExtension).Where(static file => DateTime.UtcNow - file.Used > Forsaken))
            File.Delete(partial.Path);
        List<CacheFile> entries = Files(EntryExtension);
        long all = Sum(entries).Bytes;
        foreach (CacheFile entry in entries.OrderBy(static entry => entry.Used).ThenBy(static entry => entry.Path, StringComparer.Ordinal))
        {
            if (all <= bytes)
                return;
            File.Delete(entry.Path);
            all -= entry.Bytes;
        }
    }

    internal string EntryOf(byte[] key) => System.IO.Path.Combine(Path, Convert.ToHexStringLower(key) + EntryExtension);

    /// <summary>A name for the file that becomes an entry once it is whole; no other process or thread takes the same.</summary>
    internal static string PartialOf(string entry) =>
        $"{entry[..^EntryExtension.Length]}-{Guid.NewGuid():N}{PartialExtension}";

    private static (int Entries, long Bytes) Sum(List<CacheFile> entries) => (entries.Count, entries.Sum(static entry => entry.Bytes));

    private List<CacheFile> Files(string extension)
    {
        DirectoryInfo folder = new(Path);
        return folder.Exists
            ? [.. folder.EnumerateFiles("*" + extension).Where(file => file.Extension == extension).Select(CacheFile.Of).OfType<CacheFile>()]
            : [];
    }

    /// <summary>A file as it was when it was listed.</summary>
    private sealed record CacheFile(string Path, long Bytes, DateTime Used)
    {
        /// <summary>The file; null when another process took it away since it was listed.</summary>
        public static CacheFile? Of(FileInfo file)
        {
            try
            {
                return new CacheFile(file.FullName, file.Length, file.LastWriteTimeUtc);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }
    }
}
