using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>
/// Resources that a load occupies: multipliers, each memory and, on the chip, one port for weights and one for features. On-chip reads and
/// writes run in parallel; off-chip ones share one bus.
/// </summary>
internal sealed class Resources(NvdlaOptions options, PlacedMemories memories)
{
    private const string Compute = "compute";
    private const string WeightPort = "weight port";
    private const string FeaturePortName = "feature port";

    private readonly FeaturePort _features = new(options);

    /// <summary>The slowest resource. On a tie multipliers come first, then memories in the order of their roles.</summary>
    internal Bottleneck Slowest(Load load)
    {
        var slowest = new Bottleneck(Compute, options.Clock.Cycles(load.Cycles));
        for (int memory = 0; memory < memories.Ports.Count; memory++)
            slowest = slowest.Or(memories.Ports[memory].Memory, MemoryTime(load, memory));
        return slowest.Or(WeightPort, WeightPortTime(load)).Or(FeaturePortName, FeaturePortTime(load));
    }

    /// <summary>Busy time of each resource, multipliers first. Others are listed only when they are used.</summary>
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

    /// <summary>Traffic of each memory under a load.</summary>
    internal IReadOnlyList<Traffic> Traffic(Load load) => load.Traffic(memories);

    private SimTime MemoryTime(Load load, int memory)
    {
        MemoryPort port = memories.Ports[memory];
        SimTime read = Time(load.Read(memory), port.Read, port);
        SimTime write = Time(load.Written(memory), port.Write, port);
        return port.OnChip ? SimTime.Max(read, write) : read + write;
    }

    /// <summary>Time of the weight port: one transfer at a time, each at the slower rate of port and memory.</summary>
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

    /// <summary>Time of the feature port, which reads and writes in parallel.</summary>
    private SimTime FeaturePortTime(Load load) => SimTime.Max(
        _features.Time(TransferDirection.Read, memories.Ports.Select((port, memory) => (port, load.Read(memory) - load.Weights(memory)))),
        _features.Time(TransferDirection.Write, memories.Ports.Select((port, memory) => (port, load.Written(memory)))));

    internal static Bandwidth Slower(Bandwidth one, Bandwidth other) => one < other ? one : other;

    internal static SimTime Time(DataSize size, Bandwidth rate, MemoryPort port)
    {
        // Checked before the rate: a memory that moves nothing needs none.
        if (size == DataSize.Zero)
            return SimTime.Zero;
        return rate.BytesPerSecond > 0
            ? size / rate
            : throw new MemtiException(
                DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' has to move data, and its rate is not above zero.");
    }
}
