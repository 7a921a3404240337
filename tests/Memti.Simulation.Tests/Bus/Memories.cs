using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Tests.Bus;

/// <summary>Memories with round figures: 1 GB/s out is a byte per nanosecond, 2 GB/s in two.</summary>
internal static class Memories
{
    internal static MemoryPort OnChip(string name) =>
        new(name, OnChip: true, Bandwidth.FromGigabytesPerSecond(1), Bandwidth.FromGigabytesPerSecond(2));

    internal static MemoryPort OffChip(string name) => OnChip(name) with { OnChip = false };
}
