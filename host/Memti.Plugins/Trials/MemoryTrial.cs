using Memti.Abstractions.Arrays;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Trials;

/// <summary>A memory to size: words of 8 bits in options that are defaults but for what is said here.</summary>
/// <param name="Words">Words of 8 bits, at least 1.</param>
public sealed record MemoryTrial(long Words)
{
    /// <summary>Bits per cell; null for the default.</summary>
    public int? BitsPerCell { get; init; }

    /// <summary>Capacity that the options fix; null for the default.</summary>
    public DataSize? Capacity { get; init; }

    /// <summary>What the array's organisation is chosen for; null for the default.</summary>
    public ArrayTarget? Target { get; init; }

    /// <summary>What has to be held.</summary>
    public DataSize Size => DataSize.FromBits(Words * 8);

    /// <inheritdoc />
    public override string ToString() => BitsPerCell is { } bits
        ? FormattableString.Invariant($"{Words} words at {bits} bit(s) per cell")
        : FormattableString.Invariant($"{Words} words");
}
