using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Systems;

/// <summary>Some layers of a task as a task of their own.</summary>
internal static class LayerSlice
{
    /// <summary>
    /// The layers with their time, and energy and traffic in proportion to it. Bits are differences of shares from the start, so that those
    /// of all slices together are those of the whole.
    /// </summary>
    /// <param name="task">The whole task.</param>
    /// <param name="first">The first layer.</param>
    /// <param name="count">Number of layers.</param>
    public static TaskProgram Of(TaskProgram task, int first, int count)
    {
        InferencePlan plan = task.Plan;
        (long from, long until) = (StartOf(plan, first), StartOf(plan, first + count));
        long whole = plan.Duration.Picoseconds;
        double share = whole == 0 ? (double)count / plan.Layers.Count : (double)(until - from) / whole;
        long Bits(long bits, long time) => whole == 0 ? 0 : (long)((Int128)bits * time / whole);
        return task with
        {
            Plan = plan with
            {
                Duration = SimTime.FromPicoseconds(until - from),
                DynamicEnergy = plan.DynamicEnergy * share,
                ComputeEnergy = plan.ComputeEnergy * share,
                Traffic =
                [
                    .. plan.Traffic.Select(traffic => traffic with
                    {
                        Size = DataSize.FromBits(Bits(traffic.Size.Bits, until) - Bits(traffic.Size.Bits, from)),
                    }),
                ],
                Layers = [.. plan.Layers.Skip(first).Take(count)],
            },
        };
    }

    /// <summary>Picoseconds from the start of an inference to that of a layer.</summary>
    private static long StartOf(InferencePlan plan, int layer) => layer == plan.Layers.Count
        ? plan.Duration.Picoseconds
        : Math.Min(plan.Duration.Picoseconds, plan.Layers.Take(layer).Sum(static one => one.Duration.Picoseconds));
}
