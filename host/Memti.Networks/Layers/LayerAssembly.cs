using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>Converts a row that satisfies all rules to a layer.</summary>
internal static class LayerAssembly
{
    public static Layer Assemble(LayerRow row) => new()
    {
        Name = row.Name,
        Kind = Kind(row.Kind),
        InputChannels = row.Channels,
        InputHeight = row.Height,
        InputWidth = row.Width,
        OutputChannels = row.Filters,
        OutputHeight = row.OutputHeight,
        OutputWidth = row.OutputWidth,
        KernelHeight = row.KernelHeight,
        KernelWidth = row.KernelWidth,
        StrideHeight = row.StrideHeight,
        StrideWidth = row.StrideWidth,
        Groups = row.Groups,
        ZeroPadding = row.ZeroPadding,
        Pooling = row.Pooling,
        TaskParameters = Parameters(row),
        AddsOperand = row.Kind is RowKind.ConvolutionWithOperand or RowKind.Elementwise,
        SharesInput = row.SharesInput,
        WeightsOf = row.WeightsOf,
    };

    // One weight per kernel element. Batch norms are folded into the weights before they are stored, and a bias belongs to the accumulator.
    private static long Parameters(LayerRow row) => Kind(row.Kind) is LayerKind.Convolution or LayerKind.FullyConnected
        ? (long)(row.Channels / row.Groups) * row.KernelHeight * row.KernelWidth * row.Filters
        : 0;

    private static LayerKind Kind(RowKind kind) => kind switch
    {
        RowKind.FullyConnected => LayerKind.FullyConnected,
        RowKind.Pooling => LayerKind.Pooling,
        RowKind.Elementwise => LayerKind.Elementwise,
        _ => LayerKind.Convolution,
    };
}
