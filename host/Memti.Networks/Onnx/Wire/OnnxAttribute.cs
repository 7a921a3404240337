namespace Memti.Networks.Onnx.Wire;

/// <summary>An attribute of a node, reduced to the values that supported operators read.</summary>
internal sealed record OnnxAttribute
{
    public string Name { get; set; } = "";

    /// <summary>Value of a whole number; 0 otherwise.</summary>
    public long Whole { get; set; }

    /// <summary>Value of a text; empty otherwise.</summary>
    public string Text { get; set; } = "";

    /// <summary>Values of a list of whole numbers; empty otherwise.</summary>
    public List<long> Wholes { get; } = [];

    /// <summary>Value of a tensor; null otherwise.</summary>
    public OnnxTensor? Tensor { get; set; }
}
