using Memti.Abstractions;

namespace Memti.Plugins.Nvdla;

/// <summary>
/// The resources that a load occupies: multipliers, each memory, and the one port through which weights on the chip are read. Reads and writes
/// of a memory on the chip go side by side; off the chip they take turns on one bus.
/// </summary>
internal sealed class Resources(NvdlaOptions options, PlacedMemories memories)
{
    private const string Compute = "compute";
    private const string WeightPort = "weight port";

    /// <summary>Multipliers win a tie, then memories in the order of their roles.</summary>
    internal Bottleneck Slowest(Load load)
    {
        var slowest = new Bottleneck(Compute, options.Clock.Cycles(load.Cycles));
        for (int memory = 0; memory < memories.Ports.Count; memory++)
            slowest = slowest.Or(memories.Ports[memory].Memory, MemoryTime(load, memory));
        return slowest.Or(WeightPort, WeightPortTime(load));
    }

    /// <summary>How long each resource is busy, multipliers first; the others where they have anything to do.</summary>
    internal IReadOnlyList<ResourceTime> Busy(Load load)
    {
        List<ResourceTime> busy = [new(Compute, options.Clock.Cycles(load.Cycles))];
        for (int memory = 0; memory < memories.Ports.Count; memory++)
            busy.Add(new ResourceTime(memories.Ports[memory].Memory, MemoryTime(load, memory)));
        busy.Add(new ResourceTime(WeightPort, WeightPortTime(load)));
        busy.RemoveAll(static resource => resource is { Resource: not Compute } && resource.Time == SimTime.Zero);
        return busy;
    }

    /// <summary>What each memory moves under a load.</summary>
    internal IReadOnlyList<Traffic> Traffic(Load load) => load.Traffic(memories);

    private SimTime MemoryTime(Load load, int memory)
    {
        MemoryPort port = memories.Ports[memory];
        SimTime read = Time(load.Read(memory), port.Read, port);
        SimTime write = Time(load.Written(memory), port.Write, port);
        return port.OnChip ? SimTime.Max(read, write) : read + write;
    }

    /// <summary>One transfer at a time, each at the slower of port and memory.</summary>
    private SimTime WeightPortTime(Load load)
    {
        SimTime time = SimTime.Zero;
        for (int memory = 0; memory < memories.Ports.Count; memory++)
        {
            MemoryPort port = memories.Ports[memory];
            if (port.OnChip)
                time += Time(load.Weights(memory), port.Read < options.WeightPort ? port.Read : options.WeightPort, port);
        }

        return time;
    }

    private static SimTime Time(DataSize size, Bandwidth rate, MemoryPort port)
    {
        if (size == DataSize.Zero)
            return SimTime.Zero;
        return rate.BytesPerSecond > 0
            ? size / rate
            : throw new MemtiException(DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' has to move data, and its rate is not above zero.");
    }
}
