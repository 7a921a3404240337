using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Transfers;

/// <summary>A task's load into the working memory, and the part of it that a concurrent inference cannot hide.</summary>
internal sealed class LoadRecipe
{
    private readonly long _lateness;
    private readonly long _planned;
    private readonly SharedWay[] _ways;

    /// <summary>Computes the exposed time of a load.</summary>
    /// <param name="transfer">The load.</param>
    /// <param name="plan">The inference of the task.</param>
    /// <param name="ways">Resources that both use.</param>
    public LoadRecipe(TransferRecipe transfer, InferencePlan plan, SharedWay[] ways)
    {
        (Transfer, _planned, _ways) = (transfer, plan.Duration.Picoseconds, ways);
        _lateness = Lateness(transfer, plan);
    }

    public TransferRecipe Transfer { get; }

    /// <summary>Time that the load adds to an inference.</summary>
    /// <param name="headStart">Picoseconds from the start of the load to the start of the inference.</param>
    public long Exposed(long headStart)
    {
        // Two bounds: the weights of some layer arrive late, or a shared resource cannot move all of both in the planned time.
        long exposed = Math.Max(0, _lateness - headStart);
        foreach (SharedWay way in _ways)
            exposed = Math.Max(exposed, way.Busy - _planned - Drained(way, headStart));
        return exposed;
    }

    // A shared resource is assumed to work on the load evenly over its duration.
    /// <summary>Busy time of the load on a resource before the inference starts.</summary>
    private long Drained(SharedWay way, long headStart) =>
        Transfer.Duration == 0 ? 0 : (long)((double)way.Load / Transfer.Duration * headStart);

    /// <summary>
    /// Greatest delay of a layer by its weights. Layers run in order, and each waits for its own weights.
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
