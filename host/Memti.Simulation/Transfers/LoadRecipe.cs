using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Transfers;

/// <summary>A task's load into the working memory, and how much of it shows when it streams in under the task's inference.</summary>
internal sealed class LoadRecipe
{
    private readonly long _lateness;
    private readonly long _planned;
    private readonly SharedWay[] _ways;

    /// <param name="transfer">The load.</param>
    /// <param name="plan">The inference that it belongs to.</param>
    /// <param name="ways">What both use.</param>
    public LoadRecipe(TransferRecipe transfer, InferencePlan plan, SharedWay[] ways)
    {
        (Transfer, _planned, _ways) = (transfer, plan.Duration.Picoseconds, ways);
        _lateness = Lateness(transfer, plan);
    }

    public TransferRecipe Transfer { get; }

    /// <summary>What the load adds to an inference that starts a while after it.</summary>
    /// <param name="headStart">Picoseconds from the start of the load to the start of the inference.</param>
    public long Exposed(long headStart)
    {
        long exposed = Math.Max(0, _lateness - headStart);
        foreach (SharedWay way in _ways)
            exposed = Math.Max(exposed, way.Busy - _planned - Drained(way, headStart));
        return exposed;
    }

    /// <summary>What of a way's time for the load lies before the inference.</summary>
    private long Drained(SharedWay way, long headStart) => Transfer.Duration == 0 ? 0 : (long)((double)way.Load / Transfer.Duration * headStart);

    /// <summary>
    /// The most by which a layer's weights arrive after the layer could start; layers in order, each waiting for its own.
    /// </summary>
    private static long Lateness(TransferRecipe transfer, InferencePlan plan)
    {
        (long start, long bits, long lateness) = (0, 0, 0);
        foreach (LayerPlan layer in plan.Layers)
        {
            bool brings = layer.WeightsOf is null && layer.TaskWeights.Bits > 0;
            bits = Math.Min(transfer.Bits, bits + (brings ? layer.TaskWeights.Bits : 0));
            if (brings)
                lateness = Math.Max(lateness, transfer.TimeOf(bits) - start);
            start += layer.Duration.Picoseconds;
        }

        return lateness;
    }
}
