namespace Memti.Networks.Onnx.Graphs;

/// <summary>A tensor of the graph with what is known of it: its shape, where it comes from, and what may still become of it.</summary>
/// <param name="Dims">The shape, batch included.</param>
internal sealed record GraphValue(IReadOnlyList<long> Dims)
{
    /// <summary>True for weights and other stored tensors.</summary>
    public bool Constant { get; init; }

    /// <summary>The values of a small constant of whole numbers; null for others.</summary>
    public IReadOnlyList<long>? Values { get; init; }

    /// <summary>Index of the last layer that it needs; -1 for an input of the network and for constants.</summary>
    public int Layer { get; init; } = -1;

    /// <summary>True when it is the output of <see cref="Layer"/> and nothing else reads that output on the way here: what follows may be fused.</summary>
    public bool Fusable { get; init; }

    /// <summary>The same object for all values that are one tensor in memory: activations make no new one.</summary>
    public object Stored { get; init; } = new();

    /// <summary>Channels, height and width of a feature map that was flattened into this; null for others.</summary>
    public (long Channels, long Height, long Width)? Flattened { get; init; }

    /// <summary>Values in all; dimensions were checked, so that it fits.</summary>
    public long Count => Dims.Aggregate(1L, static (count, dimension) => count * dimension);
}
