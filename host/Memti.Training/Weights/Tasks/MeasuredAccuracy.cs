using MathNet.Numerics.Distributions;
using Memti.Training.Evaluation;
using Memti.Training.Statistics;

namespace Memti.Training.Weights.Tasks;

/// <summary>Accuracy on test images, with what its interval is made of.</summary>
/// <param name="Mean">Mean over chips, or the accuracy of one, or of none.</param>
/// <param name="StandardDeviation">Over chips (n - 1); null for one or none.</param>
/// <param name="Trials">Chips that were tried; 0 where no memory has faults.</param>
/// <param name="FirstChip">Number of the first of them.</param>
/// <param name="Images">Test images.</param>
public sealed record MeasuredAccuracy(double Mean, double? StandardDeviation, int Trials, ulong FirstChip, int Images)
{
    private const double Usual = 0.95;

    /// <summary>The 95 % interval.</summary>
    public ConfidenceInterval Confidence95 => Confidence(Usual);

    /// <summary>Sums an evaluation up.</summary>
    public static MeasuredAccuracy Of(FaultEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        double mean = evaluation.Summary?.Mean ?? evaluation.Baseline.Accuracy;
        return new MeasuredAccuracy(mean, evaluation.Summary?.StandardDeviation, evaluation.Trials.Count, evaluation.Trials.Count == 0 ? 0 : evaluation.Trials[0].Chip, evaluation.Baseline.Images);
    }

    /// <summary>The two-sided interval of a confidence, within 0 and 1: Student's t over chips, Wilson's over images for one chip or none.</summary>
    /// <param name="confidence">Above 0, below 1.</param>
    public ConfidenceInterval Confidence(double confidence)
    {
        if (StandardDeviation is not { } deviation)
            return WilsonInterval.Of((long)Math.Round(Mean * Images), Math.Max(1, Images), confidence);
        double half = StudentT.InvCDF(0, 1, Trials - 1, 0.5 + (confidence / 2)) * deviation / Math.Sqrt(Trials);
        return new ConfidenceInterval(Math.Max(0, Mean - half), Math.Min(1, Mean + half));
    }
}
