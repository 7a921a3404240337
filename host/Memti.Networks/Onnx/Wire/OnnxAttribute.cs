namespace Memti.Networks.Onnx.Wire;

/// <summary>An attribute of a node, as far as operators here look at one.</summary>
internal sealed record OnnxAttribute
{
    public string Name { get; set; } = "";

    /// <summary>The value of a whole number; 0 for others.</summary>
    public long Whole { get; set; }

    /// <summary>The value of a text; empty for others.</summary>
    public string Text { get; set; } = "";

    /// <summary>The values of a list of whole numbers; empty for others.</summary>
    public List<long> Wholes { get; } = [];

    /// <summary>The value of a tensor; null for others.</summary>
    public OnnxTensor? Tensor { get; set; }
}
