using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>Time and energy from a state to on, without the on power meanwhile. The energy is in joules for the meter and, rounded once, in
/// rontojoules for the ledger.</summary>
internal readonly record struct WakeCost(long Latency, double Joules, Int128 Rontojoules)
{
    public static WakeCost Of(SimTime latency, Energy energy, string owner, string figure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latency.Picoseconds, owner);
        double joules = Quantity.Joules(energy, owner, figure);
        return new(latency.Picoseconds, joules, Quantity.Rontojoules(joules));
    }
}
