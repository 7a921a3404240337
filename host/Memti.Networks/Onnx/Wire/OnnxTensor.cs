namespace Memti.Networks.Onnx.Wire;

/// <summary>A stored tensor: its shape, and its values where they are few whole numbers, such as a shape.</summary>
internal sealed record OnnxTensor
{
    public string Name { get; set; } = "";

    public List<long> Dims { get; } = [];

    /// <summary>The values in order; null when they are no 64-bit whole numbers, too many, or in another file.</summary>
    public IReadOnlyList<long>? Values { get; set; }
}
