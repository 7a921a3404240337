using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Cycles of software on the cores, by the instructions of PULP-NN's kernels; one instruction takes one cycle.</summary>
/// <remarks>
/// pulp-platform/pulp-nn 288d06b7 and branch paper_version: 14 instructions for 4 outputs x 2 pixels x 4 inputs (6 loads, 8 products of
/// four bytes), 65 for the rest of these outputs (17 set-up, 8 requantisations of 5, 8 loads of scale and offset).
/// </remarks>
internal sealed class CoreKernels(ImcClusterOptions options)
{
    private const double Step = 14;
    private const double Rest = 65;

    /// <summary>The same counts for one pixel: 5 loads and 4 products; 17 set-up, 4 requantisations, 8 loads.</summary>
    private const double PixelStep = 9;
    private const double PixelRest = 45;

    /// <summary>Two outputs of nine products: 3 loads, 6 products, 2 requantisations, 2 stores and pointers.</summary>
    private const double ChwPerMac = 30.0 / 18;

    /// <summary>Four channels of an output: nine pixels copied, bytes reordered by four, products, requantisations.</summary>
    private const double HwcPerMac = 158.0 / 36;

    private const double AdditionPerElement = 9;

    /// <summary>An output of a crossbar with the scale and offset of its channel: a load, requantisation with its loads, a store.</summary>
    private const double ScalePerElement = 8;

    private readonly double _factor = new SharedL1(options).CoreFactor / options.Cores;

    /// <summary>A convolution or a fully connected layer, without its addition.</summary>
    internal double Product(Layer layer)
    {
        if (IsDepthwise(layer))
            return layer.MultiplyAccumulates * (options.DepthwiseKernel == DepthwiseKernel.Chw ? ChwPerMac : HwcPerMac) * _factor;
        double pixels = (double)layer.OutputHeight * layer.OutputWidth;
        long inputs = (long)layer.KernelHeight * layer.KernelWidth * (layer.InputChannels / layer.Groups);
        double outputs = Math.Ceiling(layer.OutputChannels / layer.Groups / 4.0);
        double words = Math.Ceiling(inputs / 4.0);
        double product = pixels > 1
            ? pixels / 2 * outputs * ((Step * words) + Rest)
            : outputs * ((PixelStep * words) + PixelRest);
        bool copies = layer.KernelHeight * layer.KernelWidth > 1 && pixels > 1;
        return layer.Groups * (product + (copies ? pixels * words * options.Im2colInstructions : 0)) * _factor;
    }

    /// <summary>Sums of elements: a residual addition, or one block of rows more.</summary>
    internal double Addition(double elements) => elements * AdditionPerElement * _factor;

    /// <summary>Scale and offset of each channel, after an analog product.</summary>
    internal double Scale(double elements) => elements * ScalePerElement * _factor;

    /// <summary>Pooling: a load and a sum or comparison for four elements of each window, and a requantisation with its store.</summary>
    internal double Pooling(double outputs, double window) => outputs * (((2 * window) + 6) / 4) * _factor;

    /// <summary>True for a convolution whose channels do not see each other.</summary>
    internal static bool IsDepthwise(Layer layer) =>
        layer.Kind == LayerKind.Convolution && layer.Groups > 1 && layer.Groups == layer.InputChannels;
}
