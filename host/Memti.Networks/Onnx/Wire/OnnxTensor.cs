namespace Memti.Networks.Onnx.Wire;

/// <summary>A stored tensor: its shape, and its values if they are a few whole numbers, such as a shape.</summary>
internal sealed record OnnxTensor
{
    public string Name { get; set; } = "";

    public List<long> Dims { get; } = [];

    /// <summary>Values in order; null when they are not 64-bit whole numbers, too many, or stored in another file.</summary>
    public IReadOnlyList<long>? Values { get; set; }
}
