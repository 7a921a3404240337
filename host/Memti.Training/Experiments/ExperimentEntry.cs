using Memti.Training.Evaluation;
using Memti.Training.Statistics;

namespace Memti.Training.Experiments;

/// <summary>Result of one task in one storage variant.</summary>
/// <param name="Task">The task.</param>
/// <param name="Variant">The storage variant.</param>
/// <param name="Before">Evaluation before retraining.</param>
/// <param name="After">Evaluation after retraining, on the first of the same chips.</param>
public sealed record ExperimentEntry(string Task, string Variant, FaultEvaluation Before, FaultEvaluation After)
{
    /// <summary>Tests whether retraining changed the accuracy, on the chips of both evaluations.</summary>
    public PairedTest Test
    {
        get
        {
            // A paired test needs the same chips; fewer are evaluated after retraining, because each may need a training of its own.
            int chips = Math.Min(Before.Trials.Count, After.Trials.Count);
            return (Before with { Trials = [.. Before.Trials.Take(chips)] }).Compare(After with { Trials = [.. After.Trials.Take(chips)] });
        }
    }
}
