using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>Time and energy from one state to on, the on power meanwhile apart.</summary>
internal readonly record struct WakeCost(long Latency, double Joules)
{
    public static WakeCost Of(SimTime latency, Energy energy, string owner, string figure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latency.Picoseconds, owner);
        return new(latency.Picoseconds, Quantity.Joules(energy, owner, figure));
    }
}
