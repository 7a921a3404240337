using MathNet.Numerics.Distributions;

namespace Memti.Training.Statistics;

/// <summary>Confidence interval of a share of independent trials, such as images classified right.</summary>
/// <remarks>Wilson, J. Am. Stat. Assoc. 22, 1927, without continuity correction. It stays within 0 and 1.</remarks>
public static class WilsonInterval
{
    /// <summary>The two-sided interval.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 and more.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public static ConfidenceInterval Of(long successes, long trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)successes, (ulong)trials, nameof(successes));
        double z = Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        double share = (double)successes / trials;
        double centre = (share + (z * z / (2 * trials))) / (1 + (z * z / trials));
        double half = z / (1 + (z * z / trials)) * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4.0 * trials * trials)));
        return new ConfidenceInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
