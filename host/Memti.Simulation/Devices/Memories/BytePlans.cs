using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Devices.Memories;

/// <summary>
/// Plans of reads and writes of bytes by drivers: the energy of the bits, and the time that the memory's rate gives, that of one word at
/// least.
/// </summary>
internal static class BytePlans
{
    /// <summary>A read.</summary>
    public static ActivityPlan Read(MemoryDevice memory, long bits)
    {
        Part part = memory.Part;
        (double joules, long busy) = (part.ReadJoules(bits), part.ReadTime(bits));
        return new()
        {
            Kind = ActivityKind.Copy,
            Users = [memory.Id],
            Joules = joules,
            Duration = Math.Max(busy, part.Figures.ReadLatency.Picoseconds),
            Postings = [new(memory.Id, EnergyCause.Read, Quantity.Rontojoules(joules))],
            Counts = [memory.Transfers.CountOf(TransferDirection.Read, bits, busy)],
            Bits = bits,
        };
    }

    /// <summary>A write. The wear of its words is counted elsewhere.</summary>
    public static ActivityPlan Write(MemoryDevice memory, long bits)
    {
        Part part = memory.Part;
        (double joules, long busy) = (part.WriteJoules(bits), part.WriteTime(bits));
        return new()
        {
            Kind = ActivityKind.Copy,
            Users = [memory.Id],
            Joules = joules,
            Duration = Math.Max(busy, part.Figures.WriteLatency.Picoseconds),
            Postings = [new(memory.Id, EnergyCause.Write, Quantity.Rontojoules(joules))],
            Effects = [new MemoryAccess(memory, TransferDirection.Write, bits, busy)],
            Bits = bits,
        };
    }
}
