using MathNet.Numerics.RootFinding;

namespace Memti.Arrays.Levels;

/// <summary>
/// The reference between two neighbouring levels: the point where their densities cross, which minimises the misreads of both.
/// </summary>
internal static class LevelThreshold
{
    /// <summary>Accuracy of the root on the read scale, which spans 0 to 1: the resolution of a double.</summary>
    private const double Accuracy = 1e-15;

    /// <summary>
    /// Finds the crossing between the two means. The difference of the log densities falls strictly there, so there is one root or none.
    /// </summary>
    /// <returns>False when one density is the lower one at both means.</returns>
    public static bool TryFind(NormalLevel lower, NormalLevel upper, out double threshold)
    {
        threshold = double.NaN;
        if (Difference(lower.Mean) <= 0 || Difference(upper.Mean) >= 0)
            return false;
        return Brent.TryFindRoot(Difference, lower.Mean, upper.Mean, Accuracy, 200, out threshold);
        // Logarithms, because densities themselves underflow 39 sigmas from the mean.
        double Difference(double point) => lower.LogDensity(point) - upper.LogDensity(point);
    }

    /// <summary>Misreads at a threshold: the share of the lower level above it plus the share of the upper level below it.</summary>
    /// <returns>The share; 1 when there is no crossing.</returns>
    public static double Misreads(NormalLevel lower, NormalLevel upper) =>
        TryFind(lower, upper, out double threshold) ? lower.Above(threshold) + upper.Below(threshold) : 1;
}
