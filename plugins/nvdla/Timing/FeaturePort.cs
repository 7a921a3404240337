using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>
/// The port through which features on the chip are read and written, side by side: one transfer at a time in each direction, at the slower of
/// port and memory. Memories off the chip have a bus of their own.
/// </summary>
internal sealed class FeaturePort(NvdlaOptions options)
{
    /// <summary>Time of all that moves in one direction; each memory occurs once.</summary>
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
