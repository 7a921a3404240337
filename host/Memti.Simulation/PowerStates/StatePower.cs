using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>
/// Power of a component in one state: a base with its cause, and refresh. In whole femtowatts for the ledger, in watts for the meter.
/// </summary>
internal readonly record struct StatePower(EnergyCause Cause, long Base, long Refresh, double Watts)
{
    /// <summary>Both on a rail of another voltage.</summary>
    public StatePower On(RailScale scale)
    {
        (double level, double refresh) = (Base * scale.Of(Cause), Refresh * scale.Of(EnergyCause.Refresh));
        return new(Cause, (long)Math.Round(level), (long)Math.Round(refresh), Quantity.Watts(level) + Quantity.Watts(refresh));
    }

    public static StatePower Of(EnergyCause cause, double baseWatts, double refreshWatts) =>
        new(cause, Quantity.Femtowatts(baseWatts), Quantity.Femtowatts(refreshWatts), baseWatts + refreshWatts);
}
