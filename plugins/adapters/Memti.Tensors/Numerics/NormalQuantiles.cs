namespace Memti.Tensors.Numerics;

/// <summary>
/// Standard normal numbers from 16 random bits: the quantiles in the middle of 65,536 equal shares, scaled to variance 1. They end at 4.3
/// standard deviations. Computed once, with the same bits on every platform.
/// </summary>
internal static class NormalQuantiles
{
    /// <summary>Number of quantiles: one for each value of 16 bits.</summary>
    private const int Count = 1 << 16;

    /// <summary>Below this share the tail's approximation is used. Source: Acklam.</summary>
    private const double Tail = 0.02425;

    // Coefficients of Acklam, "An algorithm for computing the inverse normal cumulative distribution function", 2003: relative error below
    // 1.2e-9, and a float has 6e-8.
    private static readonly double[] CentreOver =
    [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01,
        2.506628277459239e+00,
    ];
    private static readonly double[] CentreUnder =
    [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1,
    ];
    private static readonly double[] TailOver =
    [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00,
        2.938163982698783e+00,
    ];
    private static readonly double[] TailUnder =
        [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];

    /// <summary>The quantiles, rising.</summary>
    public static readonly float[] Values = Compute();

    private static float[] Compute()
    {
        double[] lower = new double[Count / 2];
        double squares = 0;
        for (int index = 0; index < lower.Length; index++)
        {
            lower[index] = OfLower((index + 0.5) / Count);
            squares += lower[index] * lower[index];
        }

        // The middle of a share is less far out than its mean square: without the factor the variance would be 0.9998.
        double scale = Math.Sqrt(lower.Length / squares);
        float[] values = new float[Count];
        for (int index = 0; index < lower.Length; index++)
            (values[index], values[Count - 1 - index]) = ((float)(lower[index] * scale), (float)(-lower[index] * scale));
        return values;
    }

    private static double OfLower(double share)
    {
        if (share < Tail)
        {
            double root = Math.Sqrt(-2 * Elementary.Log(share));
            return Polynomial(TailOver, root) / Polynomial(TailUnder, root);
        }

        double centred = share - 0.5, square = centred * centred;
        return Polynomial(CentreOver, square) * centred / Polynomial(CentreUnder, square);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
