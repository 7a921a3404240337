using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>Words for the kinds of layers in a table.</summary>
public static class RowKinds
{
    /// <summary>The words. The first three are those of NVDLA's performance workbook.</summary>
    public static IReadOnlyList<string> Words { get; } = ["conv", "conv + elwise", "fc", "pool", "elwise"];

    /// <summary>The word of a layer.</summary>
    public static string Of(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Words[(int)(layer.Kind switch
        {
            LayerKind.Convolution => layer.AddsOperand ? RowKind.ConvolutionWithOperand : RowKind.Convolution,
            LayerKind.FullyConnected => RowKind.FullyConnected,
            LayerKind.Pooling => RowKind.Pooling,
            _ => RowKind.Elementwise,
        })];
    }
}
