namespace Memti.Abstractions.Firmware;

/// <summary>A set of memories by their index in <see cref="ISystemOnChip.Memories"/>. <c>default</c> is the empty set.</summary>
/// <param name="Bits">Bit <c>i</c> is set when memory <c>i</c> is in the set.</param>
public readonly record struct MemorySet(ulong Bits)
{
    /// <summary>Most memories of a system: one bit each in 64.</summary>
    public const int MostMemories = 64;

    /// <summary>The empty set.</summary>
    public static MemorySet None => default;

    /// <summary>Every memory of a system, whatever their number.</summary>
    public static MemorySet All => new(ulong.MaxValue);

    /// <summary>True when the set is empty.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The set of one memory.</summary>
    /// <param name="memory">Index of the memory, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside its range.</exception>
    public static MemorySet Of(int memory)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(memory);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(memory, MostMemories);
        return new(1UL << memory);
    }

    // The conversion to uint also excludes negative indices.
    /// <summary>True when the set contains a memory; false for an index outside 0 to 63.</summary>
    public bool Contains(int memory) => (uint)memory < MostMemories && (Bits >> memory & 1) != 0;

    /// <summary>The memories of both sets.</summary>
    public MemorySet With(MemorySet other) => new(Bits | other.Bits);

    /// <summary>The memories of this set that are not in the other.</summary>
    public MemorySet Without(MemorySet other) => new(Bits & ~other.Bits);
}
