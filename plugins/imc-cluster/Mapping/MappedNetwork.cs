using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>A network on the cluster: each layer on its engine, and the weights of the crossbars in their arrays.</summary>
/// <param name="Network">The network.</param>
/// <param name="Works">What each layer computes.</param>
/// <param name="Packing">Where the weights lie.</param>
internal sealed record MappedNetwork(Network Network, IReadOnlyList<LayerWork> Works, ArrayPacking Packing)
{
    internal long Cycles => Works.Sum(static work => work.Cycles);

    internal ProductEnergy ProductEnergy => Works.Aggregate(default(ProductEnergy), static (sum, work) => sum + work.ProductEnergy);

    internal Energy CoreEnergy => Works.Aggregate(Energy.Zero, static (sum, work) => sum + work.CoreEnergy);

    internal Energy DepthwiseEnergy => Works.Aggregate(Energy.Zero, static (sum, work) => sum + work.DepthwiseEnergy);

    /// <summary>Words of shared kernels that no crossbar holds, as words of the task: they lie beside its own parameters.</summary>
    internal long DigitalWords => Packing.Arrays == 0
        ? 0
        : Works.Where(static work => work.Engine != Engine.Crossbar).Sum(work => DigitalWordsOf(work.Layer));

    /// <summary>Maps a network.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="ImcCodes.CrossbarTooSmall"/>, <see cref="ImcCodes.BadMapping"/>, or a layer that contradicts itself.
    /// </exception>
    internal static MappedNetwork Of(ImcClusterOptions options, Network network)
    {
        LayerSupport.Check(network);
        var engines = new LayerEngines(options, network);
        var worker = new LayerWorker(options);
        LayerWork[] works = [.. network.Layers.Select((layer, index) => worker.Of(layer, engines.Of(layer, index)))];
        // A layer that reads the kernels of an earlier one uses their block, and takes no place of its own.
        IEnumerable<WeightBlock> blocks = works.Where(static work => work.Layer.WeightsOf is null).SelectMany(static work => work.Blocks);
        return new MappedNetwork(network, works, ArrayPacking.Of(options, blocks));
    }

    /// <summary>The same, with all that is stored once in crossbars: for a network that nobody has divided among tasks.</summary>
    internal static Network Resident(Network network) => network.Layers.Any(static layer => layer.SharedParameters > 0)
        ? network
        : network with
        {
            Layers = [.. network.Layers
                .Select(static layer => layer with { SharedParameters = layer.TaskParameters, TaskParameters = 0 })],
        };

    internal long DigitalWordsOf(Layer layer) =>
        ((layer.StoredSharedParameters * Network.SharedBits) + Network.TaskBits - 1) / Network.TaskBits;
}
