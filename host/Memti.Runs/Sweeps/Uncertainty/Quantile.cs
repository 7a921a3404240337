namespace Memti.Runs.Sweeps.Uncertainty;

/// <summary>Quantiles of samples.</summary>
internal static class Quantile
{
    /// <summary>Ends of the interval that 90 % of the samples lie in.</summary>
    public const double Low = 0.05, High = 0.95;

    /// <summary>A quantile, interpolated between its neighbours (type 7 of Hyndman and Fan, Am. Stat. 50 (1996)).</summary>
    /// <param name="sorted">The samples, rising; NaN for none.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }
}
