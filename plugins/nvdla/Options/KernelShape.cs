using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>
/// One group of a convolution as the engine computes it: channels padded, and the stride folded into channels if requested. A convolution
/// with several groups runs as that many convolutions in sequence.
/// </summary>
internal readonly record struct KernelShape
{
    internal KernelShape(Layer layer, bool strideFolding, int channelAlignment)
    {
        (int rows, int columns) = strideFolding ? (layer.StrideHeight, layer.StrideWidth) : (1, 1);
        Channels = RoundUp((long)layer.InputChannels / layer.Groups * rows * columns, channelAlignment);
        Kernels = layer.OutputChannels / layer.Groups;
        Height = DivideUp(layer.InputHeight, rows);
        Width = DivideUp(layer.InputWidth, columns);
        KernelHeight = DivideUp(layer.KernelHeight, rows);
        KernelWidth = DivideUp(layer.KernelWidth, columns);
        Taps = (double)layer.KernelHeight * layer.KernelWidth / (rows * columns);
    }

    /// <summary>Input channels of a group after folding and padding.</summary>
    internal long Channels { get; }

    /// <summary>Kernels of a group.</summary>
    internal int Kernels { get; }

    internal int Height { get; }

    internal int Width { get; }

    internal int KernelHeight { get; }

    internal int KernelWidth { get; }

    /// <summary>Kernel positions per channel. A fraction where folding leaves part of a kernel empty, as the workbook counts it.</summary>
    internal double Taps { get; }

    internal static long RoundUp(long value, int multiple) => (value + multiple - 1) / multiple * multiple;

    internal static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}
