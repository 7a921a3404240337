using MathNet.Numerics.Distributions;
using Memti.Training.Evaluation;
using Memti.Training.Statistics;

namespace Memti.Training.Weights.Tasks;

/// <summary>Accuracy on test images, with the data of its confidence interval.</summary>
/// <param name="Mean">Mean over chips; the accuracy itself for at most one chip.</param>
/// <param name="StandardDeviation">Sample standard deviation over chips (n - 1); null for at most one chip.</param>
/// <param name="Trials">Number of chips; 0 when no memory has faults.</param>
/// <param name="FirstChip">Index of the first chip.</param>
/// <param name="Images">Number of test images.</param>
public sealed record MeasuredAccuracy(double Mean, double? StandardDeviation, int Trials, ulong FirstChip, int Images)
{
    private const double Usual = 0.95;

    /// <summary>The 95 % confidence interval.</summary>
    public ConfidenceInterval Confidence95 => Confidence(Usual);

    /// <summary>Summarises an evaluation.</summary>
    public static MeasuredAccuracy Of(FaultEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        double mean = evaluation.Summary?.Mean ?? evaluation.Baseline.Accuracy;
        return new MeasuredAccuracy(
            mean,
            evaluation.Summary?.StandardDeviation,
            evaluation.Trials.Count,
            evaluation.Trials.Count == 0 ? 0 : evaluation.Trials[0].Chip,
            evaluation.Baseline.Images);
    }

    /// <summary>Two-sided confidence interval within 0 and 1: Student's t over chips, Wilson's over images for at most one chip.</summary>
    /// <param name="confidence">Confidence level, above 0 and below 1.</param>
    public ConfidenceInterval Confidence(double confidence)
    {
        if (StandardDeviation is not { } deviation || Trials < 2)
            return WilsonInterval.Of((long)Math.Round(Mean * Images), Math.Max(1, Images), confidence);
        // mean ± t(n - 1, (1 + confidence) / 2) s / sqrt(n): chips, not images, are the independent samples here.
        double half = StudentT.InvCDF(0, 1, Trials - 1, 0.5 + (confidence / 2)) * deviation / Math.Sqrt(Trials);
        return new ConfidenceInterval(Math.Max(0, Mean - half), Math.Min(1, Mean + half));
    }
}
