using Memti.Abstractions.Cells;
using Memti.Documents.Words;

namespace Memti.WeightImages.Layouts;

/// <summary>The contents of one region of a memory.</summary>
public sealed record ImageRequest
{
    /// <summary>Name of the region: 1 to 64 letters, digits, hyphens and underscores.</summary>
    public required string Region { get; init; }

    /// <summary>Name of the memory in the scenario.</summary>
    public required string Memory { get; init; }

    /// <summary>The task of the values; null for values that all tasks share. Images of one region for several tasks are
    /// alternatives.</summary>
    public string? Task { get; init; }

    /// <summary>Address of the first byte, a multiple of the word size. Default: 0.</summary>
    public ulong Address { get; init; }

    /// <summary>How values become bytes. Default: the defaults of <see cref="ImageLayout"/>.</summary>
    public ImageLayout Layout { get; init; } = new();

    /// <summary>The values, in their order.</summary>
    public required IReadOnlyList<ImageTensor> Tensors { get; init; }

    /// <summary>Returns the codec for a number of bits; null for a memory without multi-level cells, which permits
    /// <see cref="CellPacking.Values"/> only. Default: null.</summary>
    public Func<int, ValueCodec?> CodecOf { get; init; } = static _ => null;

    /// <summary>Size of the region in bytes. Default: null, for unlimited.</summary>
    public long? CapacityBytes { get; init; }
}
