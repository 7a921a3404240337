namespace Memti.Plugins.Supplies.Storages;

/// <summary>A sum in two numbers of a state: what a frame takes of a battery is a billionth of what it holds.</summary>
internal static class CompensatedCharge
{
    /// <summary>Adds to a sum and its correction (Neumaier, ZAMM 54, 1974).</summary>
    public static void Add(ref double sum, ref double correction, double term)
    {
        double next = sum + term;
        correction += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }
}
