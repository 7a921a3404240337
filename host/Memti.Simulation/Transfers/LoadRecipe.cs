using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>A task's load into the working memory, and how much of it shows when it streams in under the task's inference.</summary>
internal sealed class LoadRecipe
{
    private readonly long _lateness;
    private readonly long _shortage;
    private readonly double _drain;

    public LoadRecipe(TransferRecipe transfer, InferencePlan plan, long sourceReads)
    {
        Transfer = transfer;
        _lateness = Lateness(transfer, plan);
        _shortage = transfer.Source.ReadTime(transfer.Bits + sourceReads) - plan.Duration.Picoseconds;
        _drain = transfer.Duration == 0 ? 0 : (double)transfer.SourceBusy / transfer.Duration;
    }

    public TransferRecipe Transfer { get; }

    /// <summary>What the load adds to an inference that starts a while after it.</summary>
    /// <param name="headStart">Picoseconds from the start of the load to the start of the inference.</param>
    public long Exposed(long headStart)
    {
        long shortage = _shortage - (long)(_drain * headStart);
        return Math.Max(0, Math.Max(_lateness - headStart, shortage));
    }

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
                lateness = Math.Max(lateness, Math.Max(transfer.Source.ReadTime(bits), transfer.Target.WriteTime(bits)) - start);
            start += layer.Duration.Picoseconds;
        }

        return lateness;
    }
}
