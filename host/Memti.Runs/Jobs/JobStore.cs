using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Codes;

namespace Memti.Runs.Jobs;

/// <summary>
/// Results of jobs by content, in one file that only grows: a million jobs are one file and not a million. Jobs are written in blocks with
/// a checksum. A run that is killed loses at most the jobs of its last second: a block that is not whole is cut off when the store is next
/// opened. The open file is its own lock.
/// </summary>
public sealed class JobStore : IDisposable
{
    private const int HeadSize = 16;
    private const int FullBlock = 256 * 1024;
    private const long LongestWaitMs = 1000;
    private const uint Version = 1;

    private readonly string _file;
    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _block = new(FullBlock * 2);
    private readonly Lock _lock = new();
    private long _end;
    private long _written = Environment.TickCount64;
    private bool _broken;

    private JobStore(string file, FileStream stream) => (_file, _stream) = (file, stream);

    private static ReadOnlySpan<byte> Magic => "MEMTIJOB"u8;

    /// <summary>Opens a store, and makes it where there is none; reads every job in it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">Is given each job, in the order in which they were written; the last result of a key counts.</param>
    /// <param name="notice">Takes a warning about bytes that are not what was written.</param>
    /// <exception cref="MemtiException">Another process has it (<see cref="SweepCodes.StoreInUse"/>), another version wrote it
    /// (<see cref="SweepCodes.StoreOfOtherVersion"/>), or <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static JobStore Open(string file, JobReader reader, Action<Diagnostic> notice)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(notice);
        WholeFile.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var store = new JobStore(file, OpenLocked(file));
        try
        {
            store.Begin();
            store._end = Scan(store._stream, file, reader, notice);
            store._stream.SetLength(store._end);
            store._stream.Position = store._end;
            return store;
        }
        catch (Exception error)
        {
            store._stream.Dispose();
            throw error is IOException ? Unwritable(file, error) : error;
        }
    }

    /// <summary>Reads every job of a store that nobody need have closed, and changes nothing.</summary>
    /// <inheritdoc cref="Open" path="/param"/>
    /// <exception cref="MemtiException"><see cref="SweepCodes.StoreOfOtherVersion"/> or <see cref="DiagnosticCode.FileUnreadable"/>.
    /// </exception>
    public static void ReadAll(string file, JobReader reader, Action<Diagnostic> notice)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(notice);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
            RequireHead(stream, file);
            Scan(stream, file, reader, notice);
        }
        catch (IOException error)
        {
            throw WholeFile.Unreadable(file, error);
        }
    }

    /// <summary>Adds a job. It is in the file at the latest when a second has passed and another job comes, or on <see cref="Flush"/>.
    /// </summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; the jobs before stay.</exception>
    public void Add(JobKey key, ReadOnlySpan<byte> result)
    {
        lock (_lock)
        {
            Span<byte> head = _block.GetSpan(JobKey.Size + sizeof(int));
            key.Write(head);
            BinaryPrimitives.WriteInt32LittleEndian(head[JobKey.Size..], result.Length);
            _block.Advance(JobKey.Size + sizeof(int));
            _block.Write(result);
            if (_block.WrittenCount >= FullBlock || Environment.TickCount64 - _written >= LongestWaitMs)
                WriteBlock();
        }
    }

    /// <summary>Writes what is not yet in the file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; the jobs before stay.</exception>
    public void Flush()
    {
        lock (_lock)
            WriteBlock();
    }

    /// <summary>Closes the file. What was not flushed is lost, as it is when a run is killed.</summary>
    public void Dispose() => _stream.Dispose();

    private static FileStream OpenLocked(string file)
    {
        try
        {
            // A link could lead to any file of the user.
            if (new FileInfo(file).LinkTarget is not null)
                throw new IOException("it is a symbolic link.");
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (IsLocked(error))
        {
            throw new MemtiException(
                new Diagnostic(SweepCodes.StoreInUse, "another process uses the store; wait for its end, or choose another --output.")
                {
                    File = file,
                },
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(file, error);
        }
    }

    // EWOULDBLOCK of flock on Unix; ERROR_SHARING_VIOLATION on Windows.
    private static bool IsLocked(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    private void Begin()
    {
        if (_stream.Length >= HeadSize)
        {
            RequireHead(_stream, _file);
            return;
        }

        // A store that was killed at its birth has less than a head, and nothing to lose.
        _stream.SetLength(0);
        Span<byte> head = stackalloc byte[HeadSize];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Version);
        _stream.Write(head);
    }

    private static void RequireHead(FileStream stream, string file)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        stream.Position = 0;
        bool whole = stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false) == HeadSize && head.StartsWith(Magic);
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        if (whole && version == Version)
            return;
        string what = whole
            ? string.Create(CultureInfo.InvariantCulture, $"the store has version {version}, and this Memti reads version {Version}")
            : "the file is no store of Memti";
        throw new MemtiException(new Diagnostic(
            SweepCodes.StoreOfOtherVersion, $"{what}; nothing was changed. Choose another --output, or delete the file.")
        {
            File = file,
            Permitted = Version.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Reads the blocks behind the head.</summary>
    /// <returns>Where the last whole block ends.</returns>
    private static long Scan(FileStream stream, string file, JobReader reader, Action<Diagnostic> notice)
    {
        byte[] head = new byte[JobBlock.HeadSize];
        for (long position = stream.Position = HeadSize; ; position = stream.Position)
        {
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
                return position;
            if (!JobBlock.TryReadHead(head, out int stored, out int size))
            {
                notice(Damaged(file, position, "the rest of the file is cut off, and its jobs are done again"));
                return position;
            }

            byte[] bytes = new byte[stored];
            if (stream.ReadAtLeast(bytes, stored, throwOnEndOfStream: false) < stored)
                return position;
            if (JobBlock.Unpack(head, bytes, size) is { } jobs)
                Read(jobs, reader);
            else
                notice(Damaged(file, position, "its jobs are done again"));
        }
    }

    private static void Read(ReadOnlySpan<byte> jobs, JobReader reader)
    {
        while (jobs.Length > 0)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(jobs[JobKey.Size..]);
            ReadOnlySpan<byte> rest = jobs[(JobKey.Size + sizeof(int))..];
            reader(JobKey.Read(jobs), rest[..length]);
            jobs = rest[length..];
        }
    }

    private void WriteBlock()
    {
        _written = Environment.TickCount64;
        if (_block.WrittenCount == 0 || _broken)
            return;
        byte[] block = JobBlock.Pack(_block.WrittenSpan);
        _block.ResetWrittenCount();
        try
        {
            _stream.Write(block);
            _stream.Flush(flushToDisk: false);
            _end += block.Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _broken = true;
            TryCut();
            throw Unwritable(_file, error);
        }
    }

    // A full disk must not keep half a block; the next opening would cut it off anyway.
    private void TryCut()
    {
        try
        {
            _stream.SetLength(_end);
        }
        catch (IOException)
        {
            // The error of the write says more.
        }
    }

    private static Diagnostic Damaged(string file, long position, string consequence) =>
        new(
            SweepCodes.StoreDamaged,
            string.Create(CultureInfo.InvariantCulture, $"the block at byte {position} is not what was written; {consequence}."))
        {
            Severity = Severity.Warning,
            File = file,
        };

    private static MemtiException Unwritable(string file, Exception error) => new(
        new Diagnostic(DiagnosticCode.OutputUnwritable, $"the store cannot be written: {error.Message}") { File = file }, error);
}
