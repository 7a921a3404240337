using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>Cycles that the multipliers need for a layer; only convolutions and fully connected layers use them.</summary>
/// <remarks>
/// By the shape of the array ceil(C / a) ceil(K / b) R S P Q / u; by the workbook, without a shape, C' P Q ceil(K, m) R S / M / u.
/// Each for every group of channels. Other layers are taken as fused.
/// </remarks>
internal static class MultiplierArray
{
    internal static bool UsesWinograd(Layer layer, NvdlaOptions options) =>
        options.Winograd && layer is { Kind: LayerKind.Convolution, KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1 };

    internal static double Cycles(Layer layer, NvdlaOptions options)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return 0;
        double cycles = options.Shape() is { } array ? array.Cycles(layer) : ByWorkbook(layer, options);
        return cycles / Gain(layer, options);
    }

    /// <summary>Products that are formed: padding forms none, Winograd's transform fewer.</summary>
    internal static double Products(Layer layer, NvdlaOptions options) => layer.MultiplyAccumulates / Gain(layer, options);

    private static double Gain(Layer layer, NvdlaOptions options) => UsesWinograd(layer, options) ? options.WinogradGain : 1;

    private static double ByWorkbook(Layer layer, NvdlaOptions options)
    {
        var shape = new KernelShape(layer, options.StrideFolding, options.ChannelAlignment);
        double kernels = KernelShape.RoundUp(shape.Kernels, options.KernelAlignment ?? NvdlaOptions.WorkbookAlignment);
        return shape.Channels * shape.Taps * kernels * layer.OutputHeight * layer.OutputWidth * layer.Groups / options.Macs;
    }
}
