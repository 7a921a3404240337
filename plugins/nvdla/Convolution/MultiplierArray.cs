using Memti.Abstractions;

namespace Memti.Plugins.Nvdla;

/// <summary>Cycles that the multipliers need for a layer; only convolutions and fully connected layers use them.</summary>
/// <remarks>C' P Q ceil(K, a) R S / M / u for each group of channels; not rounded, as in the workbook. Other layers are taken as fused.</remarks>
internal static class MultiplierArray
{
    internal static bool UsesWinograd(Layer layer, NvdlaOptions options) =>
        options.Winograd && layer is { Kind: LayerKind.Convolution, KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1 };

    internal static double Cycles(Layer layer, NvdlaOptions options)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return 0;
        var shape = new KernelShape(layer, options.StrideFolding, options.ChannelAlignment);
        double kernels = KernelShape.RoundUp(shape.Kernels, options.KernelAlignment);
        double products = shape.Channels * shape.Taps * kernels * layer.OutputHeight * layer.OutputWidth * layer.Groups;
        return products / options.Macs / (UsesWinograd(layer, options) ? options.WinogradGain : 1);
    }
}
