namespace Memti.WeightImages.Formats;

/// <summary>Contents of an image file: bytes at addresses.</summary>
/// <param name="Ranges">Contiguous ranges in the order of their addresses, with gaps between them; none for an empty file.</param>
public sealed record FlatImage(IReadOnlyList<FlatRange> Ranges)
{
    /// <summary>An image of one range, or of none.</summary>
    /// <param name="address">Address of the first byte; null when the format has none.</param>
    /// <param name="bytes">The bytes, as they lie in memory.</param>
    public FlatImage(ulong? address, ReadOnlyMemory<byte> bytes)
        : this(bytes.IsEmpty ? [] : [new FlatRange(address ?? 0, bytes)]) => (HasAddresses, Stated) = (address is not null, address);

    /// <summary>False when the format has no addresses; ranges then count from 0. Default: true.</summary>
    public bool HasAddresses { get; init; } = true;

    /// <summary>Bytes to whose multiple the format fills an image up with zeros. Default: 1.</summary>
    public int BlockBytes { get; init; } = 1;

    /// <summary>What the file states besides its bytes. Default: nothing.</summary>
    public IReadOnlyList<FlatNote> Notes { get; init; } = [];

    /// <summary>Address of the first byte; null when the format has none, and for a file without bytes that states none.</summary>
    public ulong? Address => HasAddresses && Ranges.Count > 0 ? Ranges[0].Address : Stated;

    /// <summary>Number of bytes, gaps left out.</summary>
    public long ByteCount => Ranges.Sum(static range => (long)range.Bytes.Length);

    /// <summary>The bytes of all ranges in the order of their addresses, gaps left out.</summary>
    public ReadOnlyMemory<byte> Bytes => Ranges.Count switch
    {
        0 => default,
        1 => Ranges[0].Bytes,
        _ => Joined(),
    };

    private ulong? Stated { get; }

    /// <summary>The same bytes from another address on, for a file whose format has no addresses.</summary>
    public FlatImage At(ulong address) => new(address, Bytes) { Notes = Notes };

    private byte[] Joined()
    {
        byte[] bytes = new byte[ByteCount];
        int next = 0;
        foreach (FlatRange range in Ranges)
        {
            range.Bytes.Span.CopyTo(bytes.AsSpan(next));
            next += range.Bytes.Length;
        }

        return bytes;
    }
}
