namespace Memti.Networks.Onnx.Wire;

/// <summary>An input of a graph.</summary>
internal sealed record OnnxInput
{
    public string Name { get; set; } = "";

    /// <summary>The shape, with null for symbolic dimensions; the whole is null when no shape is stated.</summary>
    public List<long?>? Dims { get; set; }
}
