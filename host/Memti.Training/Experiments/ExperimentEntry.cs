using Memti.Training.Evaluation;
using Memti.Training.Statistics;

namespace Memti.Training.Experiments;

/// <summary>One task in one way of storage.</summary>
/// <param name="Task">The task.</param>
/// <param name="Variant">The storage.</param>
/// <param name="Before">Before retraining.</param>
/// <param name="After">After it, on the first of the same chips.</param>
public sealed record ExperimentEntry(string Task, string Variant, FaultEvaluation Before, FaultEvaluation After)
{
    /// <summary>Whether retraining changed anything, on the chips that both were tried on.</summary>
    public PairedTest Test
    {
        get
        {
            int chips = Math.Min(Before.Trials.Count, After.Trials.Count);
            return (Before with { Trials = [.. Before.Trials.Take(chips)] }).Compare(After with { Trials = [.. After.Trials.Take(chips)] });
        }
    }
}
