namespace Memti.Arrays.Numerics;

/// <summary>
/// Golden-section search for the minimum of a unimodal function. It only compares values, so it finds a minimum of 1e-200 as well as one of
/// 1.
/// </summary>
internal static class GoldenSection
{
    /// <summary>Golden ratio conjugate, (sqrt(5) - 1) / 2.</summary>
    private const double Ratio = 0.61803398874989485;

    /// <summary>Most steps: 0.618^90 is 1e-19, below the resolution of a double.</summary>
    private const int MostSteps = 90;

    /// <summary>The argument of the minimum between two bounds.</summary>
    public static double Minimum(Func<double, double> function, double low, double high)
    {
        double left = high - (Ratio * (high - low));
        double right = low + (Ratio * (high - low));
        (double atLeft, double atRight) = (function(left), function(right));
        for (int step = 0; step < MostSteps && left < right; step++)
        {
            // Strictly less: on a plateau, as when both values underflow to 0, the search moves right on every machine.
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Ratio * (high - low));
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Ratio * (high - low));
                atRight = function(right);
            }
        }

        return (low + high) / 2;
    }
}
