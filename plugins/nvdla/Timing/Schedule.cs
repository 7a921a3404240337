using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>Layers in time. Their durations add up to the whole, to the picosecond.</summary>
internal sealed record Schedule(string Name, SimTime Duration, string Binding, IReadOnlyList<LayerPlan> Layers)
{
    internal static Schedule Of(LayerWork[] works, Load frame, Resources resources, TimeModel model)
    {
        Bottleneck[] alone = [.. works.Select(work => resources.Slowest(work.Load))];
        SimTime total = alone.Aggregate(SimTime.Zero, static (sum, layer) => sum + layer.Time);
        return model == TimeModel.WholeFrame
            ? WholeFrame(works, alone, total, resources.Slowest(frame), resources)
            : new Schedule(
                "layer_maximum", total, MostTime(alone), [.. works.Zip(alone, (work, own) => Layer(work, own, own.Time, resources))]);
    }

    /// <summary>Gives each layer its share of the whole, in proportion to its time alone.</summary>
    private static Schedule WholeFrame(LayerWork[] works, Bottleneck[] alone, SimTime total, Bottleneck frame, Resources resources)
    {
        var layers = new LayerPlan[works.Length];
        (Int128 elapsed, long start) = (0, 0);
        for (int i = 0; i < works.Length; i++)
        {
            elapsed += alone[i].Time.Picoseconds;
            // Cut at whole picoseconds of the running sum, in 128 bits: rounding errors do not add up, and the last layer ends exactly at
            // the end.
            long end = (long)(frame.Time.Picoseconds * elapsed / Math.Max(total.Picoseconds, 1));
            layers[i] = Layer(works[i], alone[i], SimTime.FromPicoseconds(end - start), resources);
            start = end;
        }

        return new Schedule("whole_frame", frame.Time, frame.Resource, layers);
    }

    /// <summary>The resource that is the bottleneck for the longest total time. On a tie, the first in layer order.</summary>
    private static string MostTime(Bottleneck[] alone) => alone
        .GroupBy(static layer => layer.Resource, StringComparer.Ordinal)
        .MaxBy(static group => group.Sum(static layer => layer.Time.Picoseconds))!.Key;

    private static LayerPlan Layer(LayerWork work, Bottleneck alone, SimTime duration, Resources resources) => new()
    {
        Name = work.Layer.Name,
        Duration = duration,
        ComputeCycles = work.Load.Cycles,
        Winograd = work.Winograd,
        SharedWeights = work.SharedWeights,
        TaskWeights = work.TaskWeights,
        WeightsOf = work.Layer.WeightsOf,
        Input = work.Input,
        Output = work.Output,
        Binding = alone.Resource,
        Resources = resources.Busy(work.Load),
        Traffic = resources.Traffic(work.Load),
        Buffer = work.Buffer,
    };
}
