using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>The buffer between memories and multipliers: what it must hold of a layer, and how often the rest is read.</summary>
/// <remarks>
/// Groups of channels follow each other in the buffer. The workbook's ResNet-50 sheet: one operand stays in parts, and the other streams once for each part. One kernel group takes at most half of
/// the buffer; the sheet says so only for a group that fills it all, which would make some larger buffers slower. Published points stay the same.
/// </remarks>
internal sealed class ConvolutionBuffer(NvdlaOptions options)
{
    private const int KernelGroup = 32;

    private readonly double _capacity = options.Buffer.Bytes;

    internal ReadPasses Passes(Layer layer, bool first)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return ReadPasses.Once;
        KernelShape shape = ShapeOf(layer);
        CheckFits(layer, Lines(shape, shape.KernelHeight));
        return options.Passes == Memti.Plugins.Nvdla.Options.Passes.Single ? ReadPasses.Once : Stream(layer, shape, first);
    }

    /// <summary>What the buffer holds at one time; null for layers that do without it.</summary>
    internal BufferSplit? Split(Layer layer, bool first)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return null;
        Demand demand = DemandOf(layer, first);
        double features = demand.KeepsInput ? Math.Min(demand.Input, _capacity - demand.Group) : Math.Min(demand.Lines, _capacity);
        double weights = demand.KeepsInput ? demand.Group : _capacity - features;
        return new BufferSplit(DataSize.FromBytes((long)features), DataSize.FromBytes((long)Math.Min(weights, demand.Weights)));
    }

    private ReadPasses Stream(Layer layer, KernelShape shape, bool first)
    {
        Demand demand = DemandOf(layer, first);
        return demand.KeepsInput
            ? new ReadPasses(1, Parts(demand.Input, _capacity - demand.Group))
            : new ReadPasses(Parts(demand.Weights, Math.Max(_capacity - demand.Lines, Kernels(shape, 1))), 1);
    }

    private Demand DemandOf(Layer layer, bool first)
    {
        KernelShape shape = ShapeOf(layer);
        double input = Lines(shape, shape.Height);
        double lines = Lines(shape, shape.KernelHeight + (first ? 1 : 0));
        double weights = Kernels(shape, shape.Kernels) * WeightGrowth(layer, first);
        double group = Math.Min(Kernels(shape, KernelGroup), _capacity / 2);
        return new Demand(input, lines, weights, group, first ? lines < group : input < weights);
    }

    private KernelShape ShapeOf(Layer layer) => new(layer, options.StrideFolding, options.ChannelAlignment);

    /// <summary>Factor on the 3x3 kernels of a layer in memory; the workbook leaves the first layer as it is.</summary>
    internal double WeightGrowth(Layer layer, bool first) =>
        !first && MultiplierArray.UsesWinograd(layer, options) ? options.WinogradWeightGrowth : 1;

    private double Lines(KernelShape shape, int lines) =>
        (double)shape.Channels * Math.Min(lines, shape.Height) * shape.Width * options.FeatureBytes;

    private static double Kernels(KernelShape shape, int kernels) =>
        (double)shape.Channels * shape.KernelHeight * shape.KernelWidth * kernels;

    /// <summary>At worst one kernel at a time: the caller leaves room for that.</summary>
    private static long Parts(double operand, double room) => (long)Math.Max(1, Math.Ceiling(operand / room));

    private void CheckFits(Layer layer, double needed)
    {
        if (needed > _capacity)
            throw LayerSupport.Refuse(
                layer,
                FormattableString.Invariant($"the convolution buffer must hold {needed / 1024:0.###} KiB of input under one row of kernels"),
                FormattableString.Invariant($"at most {_capacity / 1024:0.###} KiB, the value of 'buffer_kib'"));
    }

    /// <summary>What one group of a layer wants of the buffer, in bytes.</summary>
    /// <param name="Input">The whole input.</param>
    /// <param name="Lines">The lines under one row of kernels.</param>
    /// <param name="Weights">All kernels.</param>
    /// <param name="Group">One group of kernels, at most half of the buffer.</param>
    /// <param name="KeepsInput">True when the input stays and weights stream.</param>
    private readonly record struct Demand(double Input, double Lines, double Weights, double Group, bool KeepsInput);
}
