using Memti.Abstractions.Cells;
using Memti.Scenarios.Images;

namespace Memti.WeightImages.Layouts;

/// <summary>What shall lie in one region of a memory.</summary>
public sealed record ImageRequest
{
    /// <summary>Name of the region: 1 to 64 letters, digits, hyphens and underscores.</summary>
    public required string Region { get; init; }

    /// <summary>Name of the memory in the scenario.</summary>
    public required string Memory { get; init; }

    /// <summary>The task whose values these are; null for values that all tasks share. Images of one region for several tasks are alternatives.</summary>
    public string? Task { get; init; }

    /// <summary>Address of the first byte; a multiple of the word.</summary>
    public ulong Address { get; init; }

    /// <summary>How values become bytes.</summary>
    public ImageLayout Layout { get; init; } = new();

    /// <summary>The values, in their order.</summary>
    public required IReadOnlyList<ImageTensor> Tensors { get; init; }

    /// <summary>The cells of a value of so many bits; null where the memory has no multi-level cells, and then only <see cref="CellPacking.Values"/> is possible.</summary>
    public Func<int, ValueCodec?> CodecOf { get; init; } = static _ => null;

    /// <summary>Bytes that the region has; null where nobody has said.</summary>
    public long? CapacityBytes { get; init; }
}
