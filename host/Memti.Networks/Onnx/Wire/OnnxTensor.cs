namespace Memti.Networks.Onnx.Wire;

/// <summary>A stored tensor: its shape, and its values if they are few.</summary>
internal sealed record OnnxTensor
{
    public string Name { get; set; } = "";

    public List<long> Dims { get; } = [];

    /// <summary>Type of the values: a number of TensorProto.DataType (onnx.proto).</summary>
    public int Type { get; set; }

    /// <summary>Values in order; null when they are too many, no numbers, or stored in another file.</summary>
    public IReadOnlyList<double>? Values { get; set; }

    /// <summary>All values of a floating-point tensor in order, where weights are kept; null otherwise.</summary>
    public float[]? Weights { get; set; }

    /// <summary>Where the values lie in another file; null when they lie in this one.</summary>
    public ExternalPlace? External { get; set; }

    /// <summary>Place, offset and length of the values in another file; null when they are not all stated.</summary>
    public string? Place { get; set; }
}
