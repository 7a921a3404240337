using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>The buffer between memories and multipliers: its contents during a layer, and how often the rest is read.</summary>
/// <remarks>
/// Rule of the workbook's ResNet-50 sheet: one operand stays in parts, and the other streams once for each part. Groups of channels follow
/// one another in the buffer. One group of kernels takes at most half of the buffer. The sheet says so only for a group that fills the
/// whole buffer, which would make some larger buffers slower; published points are unchanged.
/// </remarks>
internal sealed class ConvolutionBuffer(NvdlaOptions options)
{
    /// <summary>Kernels in one group. Source: the workbook, minimum weight size.</summary>
    private const int KernelGroup = 32;

    private readonly double _capacity = options.Buffer.Bytes;

    internal ReadPasses Passes(Layer layer, bool first)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return ReadPasses.Once;
        KernelShape shape = ShapeOf(layer);
        // Under both rules of passes: without the lines under one row of kernels the engine cannot compute at all.
        CheckFits(layer, Lines(shape, shape.KernelHeight));
        return options.Passes == Memti.Plugins.Nvdla.Options.Passes.Single ? ReadPasses.Once : Stream(layer, shape, first);
    }

    /// <summary>Division of the buffer during a layer; null for layers that do not use it.</summary>
    internal BufferSplit? Split(Layer layer, bool first)
    {
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return null;
        Demand demand = DemandOf(layer, first);
        // The operand that stays takes the room that the streaming one leaves: a kernel group, or the lines under one row of kernels.
        double features = demand.KeepsInput ? Math.Min(demand.Input, _capacity - demand.Group) : Math.Min(demand.Lines, _capacity);
        double weights = demand.KeepsInput ? demand.Group : _capacity - features;
        return new BufferSplit(DataSize.FromBytes((long)features), DataSize.FromBytes((long)Math.Min(weights, demand.Weights)));
    }

    private ReadPasses Stream(Layer layer, KernelShape shape, bool first)
    {
        Demand demand = DemandOf(layer, first);
        // Equations of docs/models/nvdla.md, Passes: the streaming operand is read once per part of the other. Lines may fill the whole
        // buffer; one kernel at a time still passes.
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

    /// <summary>Growth of a layer's 3x3 kernels in memory. The workbook leaves the first layer unchanged.</summary>
    internal double WeightGrowth(Layer layer, bool first) =>
        !first && MultiplierArray.UsesWinograd(layer, options) ? options.WinogradWeightGrowth : 1;

    private double Lines(KernelShape shape, int lines) =>
        (double)shape.Channels * Math.Min(lines, shape.Height) * shape.Width * options.FeatureBytes;

    private static double Kernels(KernelShape shape, int kernels) =>
        (double)shape.Channels * shape.KernelHeight * shape.KernelWidth * kernels;

    /// <summary>Number of parts of an operand. The caller leaves room for at least one kernel.</summary>
    private static long Parts(double operand, double room) => (long)Math.Max(1, Math.Ceiling(operand / room));

    private void CheckFits(Layer layer, double needed)
    {
        if (needed > _capacity)
            throw LayerSupport.Refuse(
                layer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the convolution buffer must hold {needed / 1024:0.###} KiB of input under one row of kernels"),
                FormattableString.Invariant($"at most {_capacity / 1024:0.###} KiB, the value of 'buffer_kib'"));
    }

    /// <summary>Buffer demand of one group of a layer, in bytes.</summary>
    /// <param name="Input">The whole input.</param>
    /// <param name="Lines">The lines under one row of kernels.</param>
    /// <param name="Weights">All kernels.</param>
    /// <param name="Group">One group of kernels, at most half of the buffer.</param>
    /// <param name="KeepsInput">True when the input stays in the buffer and weights stream.</param>
    private readonly record struct Demand(double Input, double Lines, double Weights, double Group, bool KeepsInput);
}
