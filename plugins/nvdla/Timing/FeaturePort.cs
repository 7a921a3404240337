using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>
/// The port for features in on-chip memories. Reads and writes run in parallel; within each direction one transfer at a time, at the slower
/// rate of port and memory. Off-chip memories have their own bus.
/// </summary>
internal sealed class FeaturePort(NvdlaOptions options)
{
    /// <summary>Time of all transfers in one direction. Each memory occurs once.</summary>
    internal SimTime Time(TransferDirection direction, IEnumerable<(MemoryPort Memory, DataSize Size)> transfers) =>
        transfers.Aggregate(SimTime.Zero, (sum, transfer) => sum + Time(direction, transfer.Memory, transfer.Size));

    private SimTime Time(TransferDirection direction, MemoryPort memory, DataSize size)
    {
        if (!memory.OnChip || size == DataSize.Zero)
            return SimTime.Zero;
        return direction == TransferDirection.Read
            ? Resources.Time(size, Resources.Slower(memory.Read, options.FeaturePortRead), memory)
            : Resources.Time(size, Resources.Slower(memory.Write, options.FeaturePortWrite), memory);
    }
}
