using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>Determines what each layer of a network computes and moves.</summary>
internal sealed class LayerPlanner(NvdlaOptions options, Network network, PlacedMemories memories)
{
    private readonly ConvolutionBuffer _buffer = new(options);

    internal LayerWork Plan(Layer layer, int index)
    {
        bool first = index == 0;
        ReadPasses passes = _buffer.Passes(layer, first);
        (DataSize shared, DataSize task) = Weights(layer, first);
        var work = new LayerWork(layer, new Load(memories.Ports.Count))
        {
            Buffer = _buffer.Split(layer, first),
            Winograd = MultiplierArray.UsesWinograd(layer, options),
            SharedWeights = shared * passes.Weights,
            TaskWeights = task * passes.Weights,
            Input = InputRead(layer, passes, first) + Operand(layer),
            Operand = Operand(layer),
            Output = Output(layer),
        };
        Charge(work, first);
        return work;
    }

    private void Charge(LayerWork work, bool first)
    {
        work.Load.AddCycles(MultiplierArray.Cycles(work.Layer, options));
        if (work.SharedWeights > DataSize.Zero)
            work.Load.AddWeights(memories.SharedWeights(work.Layer), work.SharedWeights);
        work.Load.AddWeights(memories.TaskWeights, work.TaskWeights);
        work.Load.AddFeaturesRead(first ? memories.Input : memories.Activations, work.Input - work.Operand);
        // The operand is the output of an earlier layer, so it lies with the activations even where the input does not.
        work.Load.AddFeaturesRead(memories.Activations, work.Operand);
        work.Load.AddFeaturesWritten(memories.Activations, work.Output);
    }

    /// <summary>Sizes of the stored parameters.</summary>
    private (DataSize Shared, DataSize Task) Weights(Layer layer, bool first)
    {
        KernelGrowth added = KernelGrowth.Of(layer, first, _buffer);
        return (
            Stored(layer.SharedParameters, added.Shared, network.SharedBits), Stored(layer.TaskParameters, added.Task, network.TaskBits));
    }

    private static DataSize Stored(long parameters, double added, int bits) =>
        // Fractions of words round up once per layer, so that sums over layers stay whole bits.
        DataSize.FromBits(checked((parameters * bits) + (long)Math.Ceiling(added * bits)));

    /// <summary>
    /// Input that a layer reads. A convolution that shares its input finds it in the convolution buffer and saves one read, except the
    /// first layer, which has no predecessor. PDP and SDP have readers of their own and no way to the buffer.
    /// </summary>
    private DataSize InputRead(Layer layer, ReadPasses passes, bool first)
    {
        bool isInBuffer = layer is { SharesInput: true, Kind: LayerKind.Convolution or LayerKind.FullyConnected } && !first;
        return Features(layer.InputChannels, layer.InputHeight, layer.InputWidth) * (passes.Input - (isInBuffer ? 1 : 0));
    }

    /// <summary>Second operand of an addition. It has the size before pooling, because pooling follows the addition.</summary>
    private DataSize Operand(Layer layer) =>
        layer.AddsOperand ? Features(layer.OutputChannels, layer.OutputHeight, layer.OutputWidth) : DataSize.Zero;

    private DataSize Output(Layer layer) => Features(layer.OutputChannels, layer.StoredHeight, layer.StoredWidth);

    private DataSize Features(int channels, int height, int width) =>
        DataSize.FromBytes(checked((long)channels * height * width * options.FeatureBytes));
}
