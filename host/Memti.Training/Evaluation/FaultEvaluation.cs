using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>A network without faults and with those of several chips, on the same images.</summary>
/// <param name="Baseline">In fixed point, without faults.</param>
/// <param name="Trials">With faults, in the order of the chips; empty when none were asked for.</param>
/// <param name="Seed">Seed of the faults.</param>
public sealed record FaultEvaluation(ImageScore Baseline, IReadOnlyList<TrialScore> Trials, ulong Seed)
{
    /// <summary>Accuracies over the chips; null without any.</summary>
    public SampleSummary? Summary => Trials.Count == 0 ? null : SampleSummary.Of(Accuracies);

    /// <summary>Accuracy of each chip.</summary>
    public IReadOnlyList<double> Accuracies => [.. Trials.Select(static trial => trial.Score.Accuracy)];

    /// <summary>95 % confidence interval: of the mean over chips, or over images for one chip or none.</summary>
    public ConfidenceInterval Confidence95 => Summary?.Confidence95 ?? Wilson(Trials.Count == 1 ? Trials[0].Score : Baseline);

    /// <summary>Whether another network does otherwise: over chips, or over images for one chip.</summary>
    /// <exception cref="InvalidOperationException">There are no chips, or not the same number of them.</exception>
    public PairedTest Compare(FaultEvaluation after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (Trials.Count == 0 || Trials.Count != after.Trials.Count)
            throw new InvalidOperationException("Both need faults of the same chips.");
        return Trials.Count == 1
            ? PairedTest.McNemar(Trials[0].Score.Right, after.Trials[0].Score.Right)
            : PairedTest.StudentT(Accuracies, after.Accuracies);
    }

    private static ConfidenceInterval Wilson(ImageScore score) => WilsonInterval.Of(score.Correct, Math.Max(1, score.Images));
}
