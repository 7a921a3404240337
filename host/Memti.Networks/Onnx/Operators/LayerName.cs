using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Names layers after nodes.</summary>
internal static class LayerName
{
    /// <summary>Longest name of a layer, as in layer tables.</summary>
    private const int Longest = 200;

    public static string Of(OnnxNode node) => node.Shown.Length <= Longest ? node.Shown : node.Shown[..Longest];
}
