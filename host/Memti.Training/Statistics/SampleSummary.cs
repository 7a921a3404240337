using MathNet.Numerics.Distributions;

namespace Memti.Training.Statistics;

/// <summary>Statistics of the accuracy over several fault maps.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1); null for one value.</param>
/// <param name="Worst">Lowest value.</param>
/// <param name="Best">Highest value.</param>
/// <param name="Confidence95">95 % confidence interval of the mean by Student's t; null for one value.</param>
public sealed record SampleSummary(
    int Count, double Mean, double? StandardDeviation, double Worst, double Best, ConfidenceInterval? Confidence95)
{
    // Two-sided 95 %: 2.5 % in each tail.
    private const double Quantile = 0.975;

    /// <summary>Computes the statistics of values.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static SampleSummary Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            throw new ArgumentException("There are no values.", nameof(values));
        double mean = values.Average();
        if (values.Count == 1)
            return new SampleSummary(1, mean, null, mean, mean, null);
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        double half = StudentT.InvCDF(0, 1, values.Count - 1, Quantile) * deviation / Math.Sqrt(values.Count);
        return new SampleSummary(
            values.Count, mean, deviation, values.Min(), values.Max(), new ConfidenceInterval(mean - half, mean + half));
    }
}
