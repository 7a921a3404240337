namespace Memti.WeightImages.Formats;

/// <summary>Contiguous bytes at an address.</summary>
/// <param name="Address">Address of the first byte.</param>
/// <param name="Bytes">The bytes, as they lie in memory; one or more.</param>
public sealed record FlatRange(ulong Address, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Address of the last byte. The byte behind it may have no address.</summary>
    public ulong Last => Address + (ulong)Bytes.Length - 1;

    /// <summary>True when all bytes of a range lie within this one.</summary>
    public bool Covers(FlatRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Address >= Address && other.Last <= Last;
    }
}
