using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>
/// What a layer moves between the memories of the design and the cluster: features once in and once out, and parameters that no crossbar
/// holds. Streams between the shared memory and the engines are in their cycles and energies.
/// </summary>
internal sealed class LayerTraffic
{
    private readonly List<(MemoryPort Port, TransferDirection Direction, DataSize Size)> _moved = [];

    internal LayerTraffic(MappedNetwork mapped, LayerWork work, int index, Placement placement)
    {
        Layer layer = work.Layer;
        Input = Features((long)layer.InputChannels * layer.InputHeight * layer.InputWidth);
        Operand = layer.AddsOperand ? Features((long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth) : DataSize.Zero;
        Output = Features((long)layer.OutputChannels * layer.StoredHeight * layer.StoredWidth);
        bool isResident = work.Engine == Engine.Crossbar;
        // Without a single array nothing tells shared kernels from others: they lie where shared parameters lie.
        bool isApart = mapped.Packing.Arrays > 0;
        DataSize shared = isResident ? DataSize.Zero : DataSize.FromBits(layer.SharedParameters * mapped.Network.SharedBits);
        SharedWeights = isApart ? DataSize.Zero : shared;
        long own = isResident && layer.SharedParameters == 0 ? 0 : layer.TaskParameters;
        TaskWeights = DataSize.FromBits(own * mapped.Network.TaskBits)
            + (isApart && !isResident
                ? DataSize.FromBits(mapped.DigitalWordsOf(layer with { WeightsOf = null }) * mapped.Network.TaskBits)
                : DataSize.Zero);
        if (SharedWeights > DataSize.Zero)
            Move(Shared(placement, layer), TransferDirection.Read, SharedWeights);
        Move(placement.TaskWeights, TransferDirection.Read, TaskWeights);
        Move(index == 0 ? placement.Input : placement.Activations, TransferDirection.Read, Input);
        Move(placement.Activations, TransferDirection.Read, Operand);
        Move(placement.Activations, TransferDirection.Write, Output);
    }

    internal DataSize Input { get; }

    internal DataSize Operand { get; }

    internal DataSize Output { get; }

    /// <summary>Shared parameters read from their memory.</summary>
    internal DataSize SharedWeights { get; }

    /// <summary>Parameters read from the memory of the task.</summary>
    internal DataSize TaskWeights { get; }

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

    private static DataSize Features(long bytes) => DataSize.FromBytes(bytes);
}
