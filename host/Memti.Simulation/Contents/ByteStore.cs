using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Memti.Simulation.Contents;

/// <summary>
/// The bytes of a memory that the bus maps: unmanaged, zeroed, and taken from the system page by page as they are used. A volatile memory
/// loses them with power, and knows which bytes somebody has written since.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The handle frees itself.")]
internal sealed unsafe class ByteStore
{
    /// <summary>Words fetched, loads and stores, which a core counts by itself.</summary>
    private const int CounterCount = 3;
    private const int StoreCounter = 2;

    /// <summary>A span counts its bytes in an int, and the pattern writes whole words.</summary>
    public const long MostBytes = 0x7FFF_F000;

    private readonly Block _contents;
    private readonly Block _counters;
    private readonly PowerUpPattern? _pattern;
    private readonly WrittenRanges _written = new();
    private readonly List<(long Start, long End)> _unreadable = [];
    private long _storesAtPowerUp;

    /// <summary>Creates the bytes as they are when the system is switched on for the first time.</summary>
    /// <param name="name">Name of the memory.</param>
    /// <param name="bytes">Size: a multiple of eight, 8 to <see cref="MostBytes"/>.</param>
    /// <param name="seed">Seed of what volatile cells hold at power-up; null for a memory that keeps its contents.</param>
    public ByteStore(string name, long bytes, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes % sizeof(ulong), 0, nameof(bytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, sizeof(ulong));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, MostBytes);
        (Name, Length) = (name, bytes);
        (_contents, _counters) = (new Block(bytes), new Block(CounterCount * sizeof(ulong)));
        _pattern = seed is { } own ? new PowerUpPattern(own) : null;
        _pattern?.Fill(All, 0, bytes);
    }

    public string Name { get; }

    public long Length { get; }

    /// <summary>The first byte.</summary>
    public nint Contents => _contents.DangerousGetHandle();

    /// <summary>Three numbers of 64 bits: words fetched, loads, stores.</summary>
    public nint Counters => _counters.DangerousGetHandle();

    /// <summary>Words that cores have fetched and loaded, and words that they have stored.</summary>
    public (long Reads, long Writes) Accesses
    {
        get
        {
            var counters = (long*)Counters;
            return (counters[0] + counters[1], counters[StoreCounter]);
        }
    }

    /// <summary>False while the memory has no power, or is in retention: nobody reaches the bytes.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>False while there is a range that has no answer to a read.</summary>
    public bool IsWhole => _unreadable.Count == 0;

    /// <summary>Runs when the last unreadable range was written.</summary>
    public Action? Healed { get; set; }

    private Span<byte> All => new((void*)Contents, (int)Length);

    /// <summary>Bytes to read.</summary>
    public ReadOnlySpan<byte> Read(long offset, long count) => All.Slice(checked((int)offset), checked((int)count));

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => All;

    /// <summary>A word of 32 bits, the first byte lowest.</summary>
    public uint Word(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Read(offset, sizeof(uint)));

    /// <summary>Replaces bytes.</summary>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(All.Slice(checked((int)offset), bytes.Length));
        MarkWritten(offset, bytes.Length);
        if (!IsWhole)
            Heal(offset, bytes.Length);
    }

    /// <summary>Takes a range as one that the error-correcting code of the memory refuses, until a write reaches it.</summary>
    public void MarkUnreadable(long offset, long count) => _unreadable.Add((offset, offset + count));

    /// <summary>True when a read of a range has an answer.</summary>
    public bool IsReadable(long offset, long count) =>
        IsWhole || !_unreadable.Exists(range => range.Start < offset + count && range.End > offset);

    /// <summary>Copies bytes of another store, or of this one.</summary>
    public void CopyFrom(ByteStore source, long sourceOffset, long offset, long count) => Write(offset, source.Read(sourceOffset, count));

    /// <summary>Takes bytes as written: a device has replaced them by results that are not simulated.</summary>
    public void MarkWritten(long offset, long count)
    {
        // What keeps its contents has nothing to forget.
        if (_pattern is not null)
            _written.Add(offset, Math.Min(count, Length - offset));
    }

    /// <summary>Finds the first byte of a range that nobody has written since power-up.</summary>
    /// <returns>Its offset; -1 when all were written, or when the memory keeps its contents.</returns>
    public long FirstUnwritten(long offset, long count)
    {
        if (_pattern is null)
            return -1;
        long end = Math.Min(Length, offset + count);
        for (long place = offset; _written.TryFindGap(place, end, out long gap, out long gapEnd); place = gapEnd)
        {
            // A core stores without a call: where it has, the words differ from what they were at power-up.
            if (_pattern.FirstUntouched(All, gap, gapEnd) is >= 0 and long untouched)
                return untouched;
        }

        return -1;
    }

    /// <summary>Loses volatile contents. Does nothing for a memory that keeps them.</summary>
    public void LosePower()
    {
        if (_pattern is null)
            return;
        long stores = Accesses.Writes;
        if (stores != _storesAtPowerUp)
            _pattern.Fill(All, 0, Length);
        else
            // Without stores of a core only what was written through this class differs from the pattern.
            foreach ((long start, long end) in _written.All)
                _pattern.Fill(All, start, end);
        _storesAtPowerUp = stores;
        _written.Clear();
    }

    // A write of a part encodes the whole word of the code anew, with what its other bytes are.
    private void Heal(long offset, long count)
    {
        _unreadable.RemoveAll(range => range.Start < offset + count && range.End > offset);
        if (IsWhole)
            Healed?.Invoke();
    }

    private sealed class Block : SafeHandle
    {
        // Zeroed memory of this size comes from the system page by page: what nobody touches takes no room.
        public Block(long bytes)
            : base(0, ownsHandle: true) => SetHandle((nint)NativeMemory.AllocZeroed((nuint)bytes));

        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            NativeMemory.Free((void*)handle);
            return true;
        }
    }
}
