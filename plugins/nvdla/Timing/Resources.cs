using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>
/// The resources that a load occupies: multipliers, each memory, and on the chip one port for weights and one for features. Reads and writes
/// on the chip go side by side; off the chip they take turns on one bus.
/// </summary>
internal sealed class Resources(NvdlaOptions options, PlacedMemories memories)
{
    private const string Compute = "compute";
    private const string WeightPort = "weight port";
    private const string FeaturePortName = "feature port";

    private readonly FeaturePort _features = new(options);

    /// <summary>Multipliers win a tie, then memories in the order of their roles.</summary>
    internal Bottleneck Slowest(Load load)
    {
        var slowest = new Bottleneck(Compute, options.Clock.Cycles(load.Cycles));
        for (int memory = 0; memory < memories.Ports.Count; memory++)
            slowest = slowest.Or(memories.Ports[memory].Memory, MemoryTime(load, memory));
        return slowest.Or(WeightPort, WeightPortTime(load)).Or(FeaturePortName, FeaturePortTime(load));
    }

    /// <summary>How long each resource is busy, multipliers first; the others where they have anything to do.</summary>
    internal IReadOnlyList<ResourceTime> Busy(Load load)
    {
        List<ResourceTime> busy = [new(Compute, options.Clock.Cycles(load.Cycles))];
        for (int memory = 0; memory < memories.Ports.Count; memory++)
            busy.Add(new ResourceTime(memories.Ports[memory].Memory, MemoryTime(load, memory)));
        busy.Add(new ResourceTime(WeightPort, WeightPortTime(load)));
        busy.Add(new ResourceTime(FeaturePortName, FeaturePortTime(load)));
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
                time += Time(load.Weights(memory), Slower(port.Read, options.WeightPort), port);
        }

        return time;
    }

    /// <summary>Features read and features written, side by side.</summary>
    private SimTime FeaturePortTime(Load load) => SimTime.Max(
        _features.Time(TransferDirection.Read, memories.Ports.Select((port, memory) => (port, load.Read(memory) - load.Weights(memory)))),
        _features.Time(TransferDirection.Write, memories.Ports.Select((port, memory) => (port, load.Written(memory)))));

    internal static Bandwidth Slower(Bandwidth one, Bandwidth other) => one < other ? one : other;

    internal static SimTime Time(DataSize size, Bandwidth rate, MemoryPort port)
    {
        if (size == DataSize.Zero)
            return SimTime.Zero;
        return rate.BytesPerSecond > 0
            ? size / rate
            : throw new MemtiException(DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' has to move data, and its rate is not above zero.");
    }
}
