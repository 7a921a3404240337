namespace Memti.Networks.Onnx.Wire;

/// <summary>A graph as the file states it.</summary>
internal sealed record OnnxGraph
{
    public List<OnnxNode> Nodes { get; } = [];

    public List<OnnxTensor> Initializers { get; } = [];

    public List<OnnxInput> Inputs { get; } = [];

    /// <summary>Names of the outputs.</summary>
    public List<string> Outputs { get; } = [];
}
