using Memti.Abstractions.Diagnostics;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>A tensor of the graph: its shape, its origin and whether operations may still be fused into its layer.</summary>
/// <param name="Dims">The shape, batch included.</param>
internal sealed record GraphValue(IReadOnlyList<long> Dims)
{
    /// <summary>True for weights and other tensors that do not depend on the inputs of the network.</summary>
    public bool Constant { get; init; }

    /// <summary>Values of a small constant; null otherwise.</summary>
    public TensorData? Data { get; init; }

    /// <summary>Index of the last layer that the tensor depends on; -1 for inputs of the network and constants.</summary>
    public int Layer { get; init; } = -1;

    /// <summary>
    /// True when the tensor is the output of <see cref="Layer"/> and has no other reader, so that its consumer may be fused into the layer.
    /// </summary>
    public bool Fusable { get; init; }

    /// <summary>Identity of the tensor in memory. Values that share storage share this object; activations create no new storage.</summary>
    public object Stored { get; init; } = new();

    /// <summary>Dimension of the channels: 1 after a convolution, the last one in graphs that keep channels last.</summary>
    public int Channel { get; init; } = 1;

    /// <summary>The feature map that was flattened into this tensor; null otherwise.</summary>
    public GraphValue? Flattened { get; init; }

    /// <summary>The feature map whose patches this tensor holds; null otherwise.</summary>
    public PatchedMap? Patches { get; init; }

    /// <summary>True for a scale or zero point that is computed from a tensor: applying it costs what applying a constant costs.</summary>
    public bool IsScale { get; init; }

    /// <summary>Zeros around the tensor that the next window can supply by itself; null for none.</summary>
    public ZeroBorder? Border { get; init; }

    /// <summary>Why nothing is known of the tensor; null when its shape is known. It is an error once a layer needs it.</summary>
    public MemtiException? Unknown { get; init; }

    /// <summary>Number of values. Dimensions were checked, so the product fits.</summary>
    public long Count => Dims.Aggregate(1L, static (count, dimension) => count * dimension);

    /// <summary>The tensor without its values, for an operator that changes them and not the shape.</summary>
    public GraphValue Changed => Data is null ? this : this with { Data = null };

    /// <summary>A tensor of which nothing is known.</summary>
    public static GraphValue Lost(MemtiException reason) => new([]) { Unknown = reason };

    /// <summary>Data of this tensor in another shape, and elsewhere in memory.</summary>
    public GraphValue Moved(IReadOnlyList<long> dims) => this with
    {
        Dims = dims,
        Data = null,
        Fusable = false,
        Flattened = null,
        Patches = null,
        Border = null,
        Stored = new object(),
        Channel = Math.Clamp(Channel + dims.Count - Dims.Count, 1, Math.Max(1, dims.Count - 1)),
    };
}
