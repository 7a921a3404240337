using Memti.Abstractions.Units;

namespace Memti.Simulation.Bus;

/// <summary>The bus's answer to an access.</summary>
/// <param name="Value">What was read, in the low bytes; 0 for a write.</param>
/// <param name="Latency">Time that the master waits.</param>
/// <param name="IsError">True when nothing answers at the address, or not with this size.</param>
internal readonly record struct BusAnswer(ulong Value, SimTime Latency, bool IsError)
{
    public static BusAnswer Error => new(0, SimTime.Zero, true);
}
