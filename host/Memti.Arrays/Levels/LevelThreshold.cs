using MathNet.Numerics.RootFinding;

namespace Memti.Arrays.Levels;

/// <summary>The reference between two neighbouring levels: where their densities cross, which is where the fewest readings are taken for the wrong one.</summary>
internal static class LevelThreshold
{
    private const double Accuracy = 1e-15;

    /// <summary>
    /// Finds the crossing between the two means. There the difference of the log densities falls strictly, so that there is one root or none.
    /// </summary>
    /// <returns>False when one density is the lower one at both means.</returns>
    public static bool TryFind(NormalLevel lower, NormalLevel upper, out double threshold)
    {
        threshold = double.NaN;
        if (Difference(lower.Mean) <= 0 || Difference(upper.Mean) >= 0)
            return false;
        return Brent.TryFindRoot(Difference, lower.Mean, upper.Mean, Accuracy, 200, out threshold);
        double Difference(double point) => lower.LogDensity(point) - upper.LogDensity(point);
    }

    /// <summary>Misreads that a threshold costs: the share of the lower level above it and of the upper level below it.</summary>
    /// <returns>1 when there is no crossing.</returns>
    public static double Misreads(NormalLevel lower, NormalLevel upper) =>
        TryFind(lower, upper, out double threshold) ? lower.Above(threshold) + upper.Below(threshold) : 1;
}
