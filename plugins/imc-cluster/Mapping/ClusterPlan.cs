using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>
/// A mapped network in time. Layers follow one another. A layer takes as long as its engines, one after the other, or as its slowest memory
/// if that is longer.
/// </summary>
internal sealed class ClusterPlan(ImcClusterOptions options, MappedNetwork mapped, Placement placement)
{
    private const string Crossbars = "crossbars";
    private const string Cores = "cores";
    private const string DepthwiseEngine = "depthwise engine";

    internal InferencePlan Plan()
    {
        LayerPlan[] layers = [.. mapped.Works.Select(Layer)];
        Energy energy = mapped.Works.Aggregate(Energy.Zero, static (sum, work) => sum + work.Energy);
        return new InferencePlan
        {
            Duration = layers.Aggregate(SimTime.Zero, static (sum, layer) => sum + layer.Duration),
            Binding = layers
                .GroupBy(static layer => layer.Binding, StringComparer.Ordinal)
                .MaxBy(static group => group.Sum(static layer => layer.Duration.Picoseconds))!.Key,
            TimeModel = "layer_maximum",
            DynamicEnergy = energy,
            Traffic = LayerTraffic.Sum(layers.Select(static layer => layer.Traffic)),
            Layers = layers,
        };
    }

    private LayerPlan Layer(LayerWork work, int index)
    {
        var data = new LayerData(mapped, work);
        var traffic = new LayerTraffic(data, work.Layer, index, placement);
        List<ResourceTime> busy = [new(Crossbars, options.Clock.Cycles(work.CrossbarCycles))];
        Add(busy, Cores, options.Clock.Cycles(work.CoreCycles));
        Add(busy, DepthwiseEngine, options.Clock.Cycles(work.DepthwiseCycles));
        SimTime engines = options.Clock.Cycles(work.Cycles);
        string binding = busy.MaxBy(static resource => resource.Time).Resource;
        SimTime duration = engines;
        foreach (ResourceTime memory in traffic.Busy)
        {
            Add(busy, memory.Resource, memory.Time);
            if (memory.Time > duration)
                (duration, binding) = (memory.Time, memory.Resource);
        }

        return new LayerPlan
        {
            Name = work.Layer.Name,
            Duration = duration,
            ComputeCycles = work.Cycles,
            SharedWeights = data.SharedWeights,
            TaskWeights = data.TaskWeights,
            WeightsOf = work.Layer.WeightsOf,
            Input = data.Input + data.Operand,
            Output = data.Output,
            Binding = binding,
            Resources = busy,
            Traffic = traffic.Moved,
        };
    }

    private static void Add(List<ResourceTime> busy, string resource, SimTime time)
    {
        if (time > SimTime.Zero)
            busy.Add(new ResourceTime(resource, time));
    }
}
