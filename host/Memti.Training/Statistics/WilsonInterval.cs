using MathNet.Numerics.Distributions;

namespace Memti.Training.Statistics;

/// <summary>Wilson score interval of a proportion of independent trials, such as correctly classified images.</summary>
/// <remarks>Wilson, J. Am. Stat. Assoc. 22, 1927, without continuity correction. It stays within 0 and 1.</remarks>
public static class WilsonInterval
{
    /// <summary>The two-sided interval.</summary>
    /// <param name="successes">Number of successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Number of trials, at least 1.</param>
    /// <param name="confidence">Confidence level, above 0 and below 1. Default: 0.95.</param>
    public static ConfidenceInterval Of(long successes, long trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)successes, (ulong)trials, nameof(successes));
        double z = Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        double share = (double)successes / trials;
        // (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n): the p that a normal test with this z does not reject.
        double centre = (share + (z * z / (2 * trials))) / (1 + (z * z / trials));
        double half = z / (1 + (z * z / trials)) * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4.0 * trials * trials)));
        return new ConfidenceInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
