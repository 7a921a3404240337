using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Supplies;

/// <summary>How large a source must be so that a supply starts at all.</summary>
public static class SourceSizing
{
    private const double Largest = 1e9;
    private const double Precision = 1e-3;

    /// <summary>The least factor on the current of the source with which the storage reaches the voltage that starts the device.</summary>
    /// <param name="supply">The supply.</param>
    /// <param name="seconds">The time in which it has to start.</param>
    /// <returns>The factor, a thousandth too large at most; null when there is none up to a billion, or no source.</returns>
    public static double? FactorToStart(SupplySystem supply, double seconds)
    {
        ArgumentNullException.ThrowIfNull(supply);
        if (supply.Source is null || !Starts(supply, Largest, seconds))
            return null;
        (double low, double high) = (0, Largest);
        while (high > Precision / 2 && high / Math.Max(low, 1e-12) > 1 + Precision)
        {
            double middle = low > 0 ? Math.Sqrt(low * high) : high / 1000;
            (low, high) = Starts(supply, middle, seconds) ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>True when the storage, without a load, reaches the voltage within a time and one period of the source.</summary>
    private static bool Starts(SupplySystem supply, double factor, double seconds)
    {
        ISupplySource source = supply.Source!;
        Span<double> state = new double[supply.Storage.StateLength];
        supply.Storage.Begin(state);
        double left = seconds;
        for (long step = 0; left > 0; step++)
        {
            SourceStep given = source.StepAt(step % source.Steps);
            double length = given.Duration == SimTime.MaxValue ? left : Math.Min(left, given.Duration.Seconds);
            double watts = given.Watts * factor;
            double charged = supply.Charger is { } charger && watts > 0 ? watts * charger.OfInput(given.Volts, watts) : watts;
            if (Reaches(supply, state, charged, length))
                return true;
            left -= length;
        }

        return false;
    }

    private static bool Reaches(SupplySystem supply, Span<double> state, double watts, double seconds)
    {
        supply.Storage.Advance(state, watts, seconds);
        return supply.Storage.Volts(state, watts) >= supply.OnVolts * (1 - 1e-9);
    }
}
