using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>Counts what a layer computes on an engine.</summary>
internal sealed class LayerWorker(ImcClusterOptions options)
{
    private readonly LayerBlocks _blocks = new(options);
    private readonly ImaTiming _ima = new(options);
    private readonly CoreKernels _cores = new(options);
    private readonly ClusterEnergy _energy = new(options);

    internal LayerWork Of(Layer layer, Engine engine)
    {
        LayerWork work = engine switch
        {
            Engine.Crossbar => Crossbar(layer),
            Engine.DepthwiseEngine => Depthwise(layer),
            _ => Software(layer),
        };
        // Cycles of cores are whole in each layer, as the counter of a core would show them.
        long addition = layer.AddsOperand ? WholeCycles.Of(_cores.Addition(Outputs(layer))) : 0;
        long cores = work.CoreCycles + WholeCycles.Of(Pooled(layer)) + addition;
        return work with { CoreCycles = cores, AdditionCycles = addition, CoreEnergy = _energy.Cores(cores) };
    }

    private LayerWork Crossbar(Layer layer)
    {
        IReadOnlyList<WeightBlock> blocks = _blocks.Of(layer);
        long pixels = (long)layer.OutputHeight * layer.OutputWidth;
        JobCycles[] jobs = [.. blocks.Select(block => _ima.Of(block.Lines, block.Columns))];
        ProductEnergy products = blocks.Aggregate(
            default(ProductEnergy), (sum, block) => sum + (_energy.Product(block.Rows, block.Columns) * pixels));
        // Blocks below each other have partial sums of the same outputs.
        long sums = options.RowBlocks == RowBlocks.Cores
            ? blocks.Where(static block => block.FirstRow > 0).Sum(static block => (long)block.Columns) * pixels
            : 0;
        double scaled = layer.TaskParameters > 0 && layer.SharedParameters > 0 ? Outputs(layer) : 0;
        return new LayerWork
        {
            Layer = layer,
            Engine = Engine.Crossbar,
            Blocks = blocks,
            Pixels = pixels,
            CrossbarCycles = jobs.Sum(job => _ima.Cycles(job, pixels)),
            FillCycles = options.Jobs == JobOverlap.Overlapped ? jobs[0].StreamIn + jobs[^1].StreamOut : 0,
            CoreCycles = WholeCycles.Of(_cores.Addition(sums)) + WholeCycles.Of(_cores.Scale(scaled)),
            ProductEnergy = products,
        };
    }

    private LayerWork Depthwise(Layer layer) => new()
    {
        Layer = layer,
        Engine = Engine.DepthwiseEngine,
        DepthwiseCycles = DepthwiseCycles.Of(options, layer.MultiplyAccumulates),
        DepthwiseEnergy = _energy.Depthwise(layer.MultiplyAccumulates),
    };

    private LayerWork Software(Layer layer) => new()
    {
        Layer = layer,
        Engine = Engine.Cores,
        CoreCycles = layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected ? WholeCycles.Of(_cores.Product(layer)) : 0,
    };

    private double Pooled(Layer layer) => layer switch
    {
        { Kind: LayerKind.Pooling } => _cores.Pooling(Outputs(layer), (double)layer.KernelHeight * layer.KernelWidth),
        { Pooling: { } window } => _cores.Pooling(
            (double)layer.OutputChannels * layer.StoredHeight * layer.StoredWidth, (double)window.Height * window.Width),
        { Kind: LayerKind.Elementwise, AddsOperand: false } => _cores.Scale(Outputs(layer)),
        _ => 0,
    };

    private static double Outputs(Layer layer) => (double)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth;
}
