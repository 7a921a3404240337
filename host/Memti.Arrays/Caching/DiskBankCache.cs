using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Caching;

/// <summary>
/// Solved banks on disk, by content, for any number of threads and processes. An entry is written aside and renamed; one that is not whole
/// or belongs to another key is as good as none, and is written again. Nothing that goes wrong with the folder stops a run.
/// </summary>
public sealed class DiskBankCache : IBankCache
{
    /// <summary>Bytes that a cache takes unless it is told otherwise: 256 MiB.</summary>
    public const long DefaultLimit = 256L << 20;

    /// <summary>A used entry is marked as used at most so often: a mark on each read would cost more than it tells.</summary>
    private static readonly TimeSpan UseMark = TimeSpan.FromDays(1);

    /// <summary>Share of the limit that may be written before the folder is measured again.</summary>
    private const int TrimShare = 16;

    private readonly BankCacheFolder _folder;
    private readonly long _limit;
    private readonly Action<Diagnostic>? _notice;
    private long _untrimmed = long.MaxValue / 2; // the first write measures what other processes have left
    private int _noticed;

    /// <summary>Opens a cache; nothing is read or made before the first bank.</summary>
    /// <param name="path">Its folder, made when it is not there.</param>
    /// <param name="limit">Most bytes of its entries, at least 1; the ones that were not used for longest go first.</param>
    /// <param name="notice">Is told, once at most, that nothing can be written.</param>
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

    // An entry that another process renames into place or takes away meanwhile must stay readable to who has opened it.
    private static byte[]? ReadShared(string entry)
    {
        if (!File.Exists(entry))
            return null;
        using FileStream file = new(entry, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    // Without a flush to the disk: what a power failure leaves behind fails its hash.
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
                DiagnosticCode.CacheUnwritable,
                $"solved arrays cannot be kept in '{_folder.Path}', and are solved again by every run: {trouble.Message}")
            {
                Severity = Severity.Message,
                Value = _folder.Path,
            });
    }

    private static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException;
}
