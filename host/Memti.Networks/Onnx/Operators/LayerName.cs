using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Names of layers that come from nodes.</summary>
internal static class LayerName
{
    private const int Longest = 200;

    public static string Of(OnnxNode node) => node.Shown.Length <= Longest ? node.Shown : node.Shown[..Longest];
}
