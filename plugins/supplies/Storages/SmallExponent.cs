namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// exp(x) - 1 and ln(1 + x) that stay exact for small x (Kahan's quotients, HP-15C Advanced Functions Handbook, 1982): a stretch of
/// microseconds moves a storage by one part in a billion.
/// </summary>
internal static class SmallExponent
{
    /// <summary>exp(x) - 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double whole = Math.Exp(x);
        double less = whole - 1;
        return whole == 1 ? x : less == -1 || double.IsInfinity(whole) ? less : less * (x / Math.Log(whole));
    }

    /// <summary>ln(1 + x), x above -1.</summary>
    public static double LogOnePlus(double x)
    {
        double whole = 1 + x;
        return whole == 1 ? x : Math.Log(whole) * (x / (whole - 1));
    }

    /// <summary>Mean of exp(-x) from 0 to x.</summary>
    public static double MeanDecay(double x) => x == 0 ? 1 : -ExpMinusOne(-x) / x;
}
