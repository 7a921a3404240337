using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>Scores of a network without faults and with the faults of several chips, on the same images.</summary>
/// <param name="Baseline">Fixed-point score without faults.</param>
/// <param name="Trials">Scores with faults, in the order of the chips; may be empty.</param>
/// <param name="Seed">Seed of the faults.</param>
public sealed record FaultEvaluation(ImageScore Baseline, IReadOnlyList<TrialScore> Trials, ulong Seed)
{
    /// <summary>Statistics of the accuracy over the chips; null without chips.</summary>
    public SampleSummary? Summary => Trials.Count == 0 ? null : SampleSummary.Of(Accuracies);

    /// <summary>Accuracy of each chip.</summary>
    public IReadOnlyList<double> Accuracies => [.. Trials.Select(static trial => trial.Score.Accuracy)];

    /// <summary>95 % confidence interval of the accuracy: of the mean over chips, or over images for at most one chip.</summary>
    public ConfidenceInterval Confidence95 => Summary?.Confidence95 ?? Wilson(Trials.Count == 1 ? Trials[0].Score : Baseline);

    /// <summary>Tests whether another network differs in accuracy: over chips, or over images for one chip.</summary>
    /// <exception cref="InvalidOperationException">One evaluation has no chips, or their numbers differ.</exception>
    public PairedTest Compare(FaultEvaluation after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (Trials.Count == 0 || Trials.Count != after.Trials.Count)
            throw new InvalidOperationException("Both need faults of the same chips.");
        // Paired, because both networks see the same chips and images: most of the variance is common to both.
        return Trials.Count == 1
            ? PairedTest.McNemar(Trials[0].Score.Right, after.Trials[0].Score.Right)
            : PairedTest.StudentT(Accuracies, after.Accuracies);
    }

    private static ConfidenceInterval Wilson(ImageScore score) => WilsonInterval.Of(score.Correct, Math.Max(1, score.Images));
}
