namespace Memti.Runs.Executables;

/// <summary>A memory that the bus maps, as a place for segments.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Base">Address of its first byte.</param>
/// <param name="Bytes">Size of its window, at least 1.</param>
public sealed record MappedRange(string Memory, ulong Base, long Bytes)
{
    /// <summary>True when a range lies in the window as a whole.</summary>
    /// <param name="first">Address of its first byte.</param>
    /// <param name="last">Address of its last byte.</param>
    public bool Contains(ulong first, ulong last) => first >= Base && last >= first && last - Base < (ulong)Bytes;

    /// <summary>The memory with its addresses.</summary>
    public override string ToString() => FormattableString.Invariant($"'{Memory}' at 0x{Base:x} to 0x{Base + (ulong)Bytes - 1:x}");
}
