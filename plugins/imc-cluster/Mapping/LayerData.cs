using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>
/// Sizes of what a layer moves between the memories of the design and the cluster, wherever they lie: features once in and once out, and
/// parameters that no crossbar holds. Streams between the shared memory and the engines are in their cycles and energies.
/// </summary>
internal sealed class LayerData
{
    internal LayerData(MappedNetwork mapped, LayerWork work)
    {
        Layer layer = work.Layer;
        Input = Features((long)layer.InputChannels * layer.InputHeight * layer.InputWidth);
        Operand = layer.AddsOperand ? Features((long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth) : DataSize.Zero;
        Output = Features((long)layer.OutputChannels * layer.StoredHeight * layer.StoredWidth);
        bool isResident = work.Engine == Engine.Crossbar;
        // Without a single array nothing tells shared kernels from others: they lie where shared parameters lie.
        bool isApart = mapped.Packing.Arrays > 0;
        DataSize shared = isResident ? DataSize.Zero : DataSize.FromBits(layer.SharedParameters * mapped.Network.SharedBits);
        SharedWeights = isApart ? DataSize.Zero : shared;
        long own = isResident && layer.SharedParameters == 0 ? 0 : layer.TaskParameters;
        TaskWeights = DataSize.FromBits(own * mapped.Network.TaskBits)
            + (isApart && !isResident
                ? DataSize.FromBits(mapped.DigitalWordsOf(layer with { WeightsOf = null }) * mapped.Network.TaskBits)
                : DataSize.Zero);
    }

    internal DataSize Input { get; }

    internal DataSize Operand { get; }

    internal DataSize Output { get; }

    /// <summary>Shared parameters read from their memory.</summary>
    internal DataSize SharedWeights { get; }

    /// <summary>Parameters read from the memory of the task.</summary>
    internal DataSize TaskWeights { get; }

    private static DataSize Features(long bytes) => DataSize.FromBytes(bytes);
}
