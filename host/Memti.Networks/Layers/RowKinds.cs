using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;

namespace Memti.Networks.Layers;

/// <summary>Words for the kinds of layers in a table.</summary>
public static class RowKinds
{
    private static readonly EnumWords Kinds = new(typeof(RowKind));

    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Words => Kinds.All;

    /// <summary>The word of a layer.</summary>
    public static string Of(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Kinds.Word(layer.Kind switch
        {
            LayerKind.Convolution => layer.AddsOperand ? RowKind.ConvolutionWithOperand : RowKind.Convolution,
            LayerKind.FullyConnected => RowKind.FullyConnected,
            LayerKind.Pooling => RowKind.Pooling,
            _ => RowKind.Elementwise,
        });
    }
}
