using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>Multiplier cycles of a layer. Only convolutions and fully connected layers use the multipliers.</summary>
/// <remarks>
/// With an array of a x b: ceil(C / a) ceil(K / b) R S P Q / u. By the workbook, without a shape: C' P Q ceil(K, m) R S / M / u. Both per
/// group of channels. Other layers count as fused.
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

    /// <summary>Number of products. Padding forms none, and Winograd's transform saves some.</summary>
    internal static double Products(Layer layer, NvdlaOptions options) => layer.MultiplyAccumulates / Gain(layer, options);

    private static double Gain(Layer layer, NvdlaOptions options) => UsesWinograd(layer, options) ? options.WinogradGain : 1;

    private static double ByWorkbook(Layer layer, NvdlaOptions options)
    {
        var shape = new KernelShape(layer, options.StrideFolding, options.ChannelAlignment);
        double kernels = KernelShape.RoundUp(shape.Kernels, options.KernelAlignment ?? NvdlaOptions.WorkbookAlignment);
        return shape.Channels * shape.Taps * kernels * layer.OutputHeight * layer.OutputWidth * layer.Groups / options.Macs;
    }
}
