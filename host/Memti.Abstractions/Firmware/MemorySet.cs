namespace Memti.Abstractions.Firmware;

/// <summary>Some of a system's memories, named by their index in <see cref="ISystemOnChip.Memories"/>; <c>default</c> is none.</summary>
/// <param name="Bits">Bit <c>i</c> is set when memory <c>i</c> is in the set.</param>
public readonly record struct MemorySet(ulong Bits)
{
    /// <summary>Most memories of a system.</summary>
    public const int MostMemories = 64;

    /// <summary>No memory.</summary>
    public static MemorySet None => default;

    /// <summary>Every memory of a system, however many it has.</summary>
    public static MemorySet All => new(ulong.MaxValue);

    /// <summary>True when the set holds no memory.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>One memory.</summary>
    /// <param name="memory">Its index, 0 to 63.</param>
    public static MemorySet Of(int memory)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(memory);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(memory, MostMemories);
        return new(1UL << memory);
    }

    /// <summary>True when a memory is in the set.</summary>
    public bool Contains(int memory) => (uint)memory < MostMemories && (Bits >> memory & 1) != 0;

    /// <summary>The memories of both sets.</summary>
    public MemorySet With(MemorySet other) => new(Bits | other.Bits);

    /// <summary>The memories of this set that are not in the other.</summary>
    public MemorySet Without(MemorySet other) => new(Bits & ~other.Bits);
}
