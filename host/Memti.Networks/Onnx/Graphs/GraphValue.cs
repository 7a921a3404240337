namespace Memti.Networks.Onnx.Graphs;

/// <summary>A tensor of the graph: its shape, its origin and whether operations may still be fused into its layer.</summary>
/// <param name="Dims">The shape, batch included.</param>
internal sealed record GraphValue(IReadOnlyList<long> Dims)
{
    /// <summary>True for weights and other stored tensors.</summary>
    public bool Constant { get; init; }

    /// <summary>Values of a small constant of whole numbers; null otherwise.</summary>
    public IReadOnlyList<long>? Values { get; init; }

    /// <summary>Index of the last layer that the tensor depends on; -1 for inputs of the network and constants.</summary>
    public int Layer { get; init; } = -1;

    /// <summary>
    /// True when the tensor is the output of <see cref="Layer"/> and has no other reader, so that its consumer may be fused into the layer.
    /// </summary>
    public bool Fusable { get; init; }

    /// <summary>Identity of the tensor in memory. Values that share storage share this object; activations create no new storage.</summary>
    public object Stored { get; init; } = new();

    /// <summary>Channels, height and width of the feature map that was flattened into this tensor; null otherwise.</summary>
    public (long Channels, long Height, long Width)? Flattened { get; init; }

    /// <summary>Number of values. Dimensions were checked, so the product fits.</summary>
    public long Count => Dims.Aggregate(1L, static (count, dimension) => count * dimension);
}
