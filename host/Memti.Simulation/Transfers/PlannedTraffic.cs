using Memti.Abstractions.Accelerators;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>Traffic of one inference with one memory, with its cost computed once.</summary>
internal sealed record PlannedTraffic(Part Part, TransferDirection Direction, long Bits, Int128 Energy, double Joules, long Busy)
{
    public static PlannedTraffic Of(Part part, Traffic traffic)
    {
        long bits = traffic.Size.Bits;
        ArgumentOutOfRangeException.ThrowIfNegative(bits, part.Unit.Name);
        bool reads = traffic.Direction == TransferDirection.Read;
        double joules = reads ? part.ReadJoules(bits) : part.WriteJoules(bits);
        return new(part, traffic.Direction, bits, Quantity.Rontojoules(joules), joules, reads ? part.ReadTime(bits) : part.WriteTime(bits));
    }
}
