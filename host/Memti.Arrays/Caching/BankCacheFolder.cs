namespace Memti.Arrays.Caching;

/// <summary>
/// Folder of a disk cache, with one file per entry, named after its key. Files with other names are never touched. A missing folder counts
/// as empty.
/// </summary>
/// <param name="path">Full path.</param>
public sealed class BankCacheFolder(string path)
{
    internal const string EntryExtension = ".bank";
    private const string PartialExtension = ".bank-partial";

    /// <summary>Age at which a partial file counts as left over by a stopped process and is deleted.</summary>
    private static readonly TimeSpan Forsaken = TimeSpan.FromHours(1);

    /// <summary>Full path.</summary>
    public string Path { get; } = path;

    /// <summary>Number of entries and their total size in bytes.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the folder is denied.</exception>
    public (int Entries, long Bytes) Measure() => Sum(Files(EntryExtension));

    /// <summary>Deletes all entries.</summary>
    /// <returns>Number of deleted entries and their total size in bytes.</returns>
    /// <exception cref="IOException">An entry cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to an entry is denied.</exception>
    public (int Entries, long Bytes) Clear()
    {
        List<CacheFile> entries = Files(EntryExtension);
        foreach (CacheFile file in (CacheFile[])[.. entries, .. Files(PartialExtension)])
            File.Delete(file.Path);
        return Sum(entries);
    }

    /// <summary>Deletes the least recently used entries until the rest fits a number of bytes.</summary>
    internal void Trim(long bytes)
    {
        foreach (CacheFile partial in Files(PartialExtension).Where(static file => DateTime.UtcNow - file.Used > Forsaken))
            File.Delete(partial.Path);
        List<CacheFile> entries = Files(EntryExtension);
        long all = Sum(entries).Bytes;
        // Equal times are ordered by path, so that two processes that trim at once delete the same files.
        foreach (CacheFile entry in entries.OrderBy(static entry => entry.Used).ThenBy(static entry => entry.Path, StringComparer.Ordinal))
        {
            if (all <= bytes)
                return;
            File.Delete(entry.Path);
            all -= entry.Bytes;
        }
    }

    internal string EntryOf(byte[] key) => System.IO.Path.Combine(Path, Convert.ToHexStringLower(key) + EntryExtension);

    /// <summary>A unique name for a file that becomes an entry once it is complete.</summary>
    internal static string PartialOf(string entry) =>
        $"{entry[..^EntryExtension.Length]}-{Guid.NewGuid():N}{PartialExtension}";

    private static (int Entries, long Bytes) Sum(List<CacheFile> entries) => (entries.Count, entries.Sum(static entry => entry.Bytes));

    private List<CacheFile> Files(string extension)
    {
        DirectoryInfo folder = new(Path);
        return folder.Exists
            // Compared once more: some systems match the pattern regardless of case, and files of other names are never touched.
            ? [.. folder.EnumerateFiles("*" + extension)
                .Where(file => file.Extension == extension)
                .Select(CacheFile.Of)
                .OfType<CacheFile>()]
            : [];
    }

    /// <summary>A file with its state at the time of listing.</summary>
    private sealed record CacheFile(string Path, long Bytes, DateTime Used)
    {
        /// <summary>The state of a file; null when another process deleted it since the listing.</summary>
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
