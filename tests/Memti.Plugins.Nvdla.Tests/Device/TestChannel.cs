using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>
/// Transfers of one memory one after the other, as the contract of a device's host says: reads and writes in a queue each on the chip, in
/// one queue elsewhere. The end is computed from all bits since the queue was empty, as a plan computes it.
/// </summary>
internal sealed class TestChannel(MemoryPort port)
{
    private readonly Dictionary<bool, (SimTime Start, long Read, long Written, SimTime End)> _queues = [];

    internal SimTime Enqueue(SimTime now, TransferDirection direction, DataSize size)
    {
        bool reads = direction == TransferDirection.Read;
        bool queue = !port.OnChip || reads;
        if (!_queues.TryGetValue(queue, out (SimTime Start, long Read, long Written, SimTime End) waiting) || now >= waiting.End)
            waiting = (now, 0, 0, now);
        waiting = reads ? waiting with { Read = waiting.Read + size.Bits } : waiting with { Written = waiting.Written + size.Bits };
        SimTime end = waiting.Start + Time(waiting.Read, port.Read) + Time(waiting.Written, port.Write);
        _queues[queue] = waiting with { End = end };
        return end;
    }

    private static SimTime Time(long bits, Bandwidth rate) => bits == 0 ? SimTime.Zero : DataSize.FromBits(bits) / rate;
}
