namespace Memti.Arrays.Numerics;

/// <summary>Least value of a function with one valley. Only comparisons of values are used, so that a valley of 1e-200 is found as well as one of 1.</summary>
internal static class GoldenSection
{
    private const double Ratio = 0.61803398874989485;

    public static double Minimum(Func<double, double> function, double low, double high)
    {
        double left = high - (Ratio * (high - low));
        double right = low + (Ratio * (high - low));
        (double atLeft, double atRight) = (function(left), function(right));
        for (int step = 0; step < 90 && left < right; step++)
        {
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
