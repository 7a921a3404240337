using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Codes;
using Memti.Arrays.Search;

namespace Memti.Arrays.Caching;

/// <summary>
/// Disk cache of solved banks, addressed by content, for any number of threads and processes. An entry is written to a partial file and
/// then renamed. Incomplete entries and entries of another key count as missing and are rewritten. Trouble with the folder never stops a
/// run.
/// </summary>
public sealed class DiskBankCache : IBankCache
{
    /// <summary>Default limit of the size of a cache in bytes: 256 MiB.</summary>
    public const long DefaultLimit = 256L << 20;

    /// <summary>Shortest time between two updates of an entry's last use. Updating on every read would cost more than it tells.</summary>
    private static readonly TimeSpan UseMark = TimeSpan.FromDays(1);

    /// <summary>Fraction of the limit, as a divisor, that may be written before the folder is measured again.</summary>
    private const int TrimShare = 16;

    private readonly BankCacheFolder _folder;
    private readonly long _limit;
    private readonly Action<Diagnostic>? _notice;
    private long _untrimmed = long.MaxValue / 2; // the first write measures what other processes have left
    private int _noticed;

    /// <summary>Opens a cache. The folder is neither read nor created before the first bank.</summary>
    /// <param name="path">Folder of the cache; created when missing.</param>
    /// <param name="limit">Limit of the total size of entries in bytes, at least 1. Least recently used entries are deleted first.</param>
    /// <param name="notice">Receives, at most once, a notice that nothing can be written.</param>
    public DiskBankCache(string path, long limit = DefaultLimit, Action<Diagnostic>? notice = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (_folder, _limit, _notice) = (new BankCacheFolder(Path.GetFullPath(path)), limit, notice);
    }

    /// <inheritdoc />
    public BankSolution? Find(BankRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        byte[] key = BankKey.Of(request);
        string entry = _folder.EntryOf(key);
        try
        {
            if (ReadShared(entry) is not { } bytes || BankEntry.Read(bytes, key) is not { } solution)
                return null;
            MarkUsed(entry);
            return solution;
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Add(BankRequest request, BankSolution solution)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.Front.Count > 0)
            throw new ArgumentException("a solution with a Pareto front answers another question.", nameof(solution));
        byte[] key = BankKey.Of(request);
        byte[] entry = BankEntry.Write(key, solution);
        if (entry.Length > _limit)
            return;
        try
        {
            Directory.CreateDirectory(_folder.Path);
            MakeRoom(entry.Length);
            WriteWhole(_folder.EntryOf(key), entry);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            Notice(error);
        }
    }

    // Shared for writing and deleting: another process may replace or delete an entry that is open here.
    private static byte[]? ReadShared(string entry)
    {
        if (!File.Exists(entry))
            return null;
        using FileStream file = new(entry, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    // No flush to the disk: an entry that a power failure truncates fails its hash.
    private static void WriteWhole(string entry, byte[] bytes)
    {
        string partial = BankCacheFolder.PartialOf(entry);
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, entry, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another process cleared the cache between the write and the move: this entry went with the others.
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private void MakeRoom(int bytes)
    {
        if (Interlocked.Add(ref _untrimmed, bytes) <= _limit / TrimShare)
            return;
        Interlocked.Exchange(ref _untrimmed, 0);
        _folder.Trim(_limit - Math.Max(bytes, _limit / TrimShare));
    }

    private static void MarkUsed(string entry)
    {
        try
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(entry) > UseMark)
                File.SetLastWriteTimeUtc(entry, DateTime.UtcNow);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            // A folder that may only be read gives its entries all the same.
        }
    }

    private void Notice(Exception trouble)
    {
        if (Interlocked.Exchange(ref _noticed, 1) == 0)
            _notice?.Invoke(new Diagnostic(
                ArrayCodes.CacheUnwritable,
                $"solved arrays cannot be kept in '{_folder.Path}', and are solved again by every run: {trouble.Message}")
            {
                Severity = Severity.Message,
                Value = _folder.Path,
            });
    }

    private static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException;
}
