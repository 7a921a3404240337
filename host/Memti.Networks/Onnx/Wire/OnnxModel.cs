namespace Memti.Networks.Onnx.Wire;

/// <summary>A model: its graph and its functions.</summary>
internal sealed record OnnxModel
{
    public required OnnxGraph Graph { get; init; }

    public List<OnnxFunction> Functions { get; init; } = [];
}
