using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>What a layer moves at the memories of a placement.</summary>
internal sealed class LayerTraffic
{
    private readonly List<(MemoryPort Port, TransferDirection Direction, DataSize Size)> _moved = [];

    internal LayerTraffic(LayerData data, Layer layer, int index, Placement placement)
    {
        if (data.SharedWeights > DataSize.Zero)
            Move(Shared(placement, layer), TransferDirection.Read, data.SharedWeights);
        Move(placement.TaskWeights, TransferDirection.Read, data.TaskWeights);
        Move(index == 0 ? placement.Input : placement.Activations, TransferDirection.Read, data.Input);
        Move(placement.Activations, TransferDirection.Read, data.Operand);
        Move(placement.Activations, TransferDirection.Write, data.Output);
    }

    /// <summary>Each memory once in each direction.</summary>
    internal IReadOnlyList<Traffic> Moved => Sum([[.. _moved.Select(static one => new Traffic(one.Port.Memory, one.Direction, one.Size))]]);

    /// <summary>Time of each memory: on the chip reads and writes run side by side, off the chip they share a bus.</summary>
    internal IEnumerable<ResourceTime> Busy => _moved
        .GroupBy(static one => one.Port.Memory, StringComparer.Ordinal)
        .Select(static memory =>
        {
            SimTime read = Time(memory, TransferDirection.Read);
            SimTime write = Time(memory, TransferDirection.Write);
            return new ResourceTime(memory.Key, memory.First().Port.OnChip ? SimTime.Max(read, write) : read + write);
        });

    internal static IReadOnlyList<Traffic> Sum(IEnumerable<IReadOnlyList<Traffic>> layers) =>
    [
        .. layers.SelectMany(static traffic => traffic)
            .GroupBy(static traffic => (traffic.Memory, traffic.Direction))
            .Select(static group => new Traffic(
                group.Key.Memory, group.Key.Direction, group.Aggregate(DataSize.Zero, static (sum, one) => sum + one.Size))),
    ];

    private void Move(MemoryPort port, TransferDirection direction, DataSize size)
    {
        if (size > DataSize.Zero)
            _moved.Add((port, direction, size));
    }

    private static SimTime Time(
        IEnumerable<(MemoryPort Port, TransferDirection Direction, DataSize Size)> moved, TransferDirection direction)
    {
        DataSize size = DataSize.Zero;
        Bandwidth rate = Bandwidth.Zero;
        foreach ((MemoryPort port, TransferDirection way, DataSize one) in moved)
            if (way == direction)
                (size, rate) = (size + one, direction == TransferDirection.Read ? port.Read : port.Write);
        if (size == DataSize.Zero)
            return SimTime.Zero;
        return rate.BytesPerSecond > 0
            ? size / rate
            : throw new MemtiException(
                DiagnosticCode.BadMemoryFigure, $"memory '{moved.First().Port.Memory}' has to move data, and its rate is not above zero.");
    }

    private static MemoryPort Shared(Placement placement, Layer layer) => placement.SharedWeights
        ?? throw new MemtiException(DiagnosticCode.BadPlacement, $"layer '{layer.Name}' has shared weights, and no memory holds them.");
}
