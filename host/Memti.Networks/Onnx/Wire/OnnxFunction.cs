namespace Memti.Networks.Onnx.Wire;

/// <summary>A function of the model, which nodes call by its domain and name.</summary>
internal sealed record OnnxFunction
{
    public string Name { get; set; } = "";

    public string Domain { get; set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>Attributes with a default.</summary>
    public List<OnnxAttribute> Defaults { get; } = [];
}
