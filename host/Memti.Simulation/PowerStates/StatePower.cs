using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>
/// Power of a component in one state: a base with its cause, and refresh. In whole femtowatts for the ledger, in watts for the meter.
/// </summary>
internal readonly record struct StatePower(EnergyCause Cause, long Base, long Refresh, double Watts)
{
    public static StatePower Of(EnergyCause cause, double baseWatts, double refreshWatts) =>
        new(cause, Quantity.Femtowatts(baseWatts), Quantity.Femtowatts(refreshWatts), baseWatts + refreshWatts);
}
