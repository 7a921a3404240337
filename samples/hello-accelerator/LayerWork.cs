using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace HelloAccelerator;

/// <summary>What one layer computes and moves.</summary>
internal sealed class LayerWork(Layer layer, double cycles, Frequency clock)
{
    private readonly DataSize[] _reads = new DataSize[3];
    private readonly SortedDictionary<string, SimTime> _busy = new(StringComparer.Ordinal);
    private DataSize _written;

    public List<Traffic> Moves { get; } = [];

    public void Read(MemoryPort? port, DataSize size, WorkPart part)
    {
        if (size == DataSize.Zero)
            return;
        if (port is null)
            throw new MemtiException(
                DiagnosticCode.UnsupportedLayer, $"layer '{layer.Name}' has shared weights, and no memory holds them.");
        _reads[(int)part] += size;
        Move(port.Memory, TransferDirection.Read, size, size / port.Read);
    }

    public void Write(MemoryPort port, DataSize size)
    {
        _written = size;
        Move(port.Memory, TransferDirection.Write, size, size / port.Write);
    }

    public LayerPlan Plan()
    {
        (string binding, SimTime duration) = _busy
            .Select(static memory => (memory.Key, memory.Value))
            .Prepend(("compute", clock.Cycles(cycles)))
            .MaxBy(static resource => resource.Item2);
        return new LayerPlan
        {
            Name = layer.Name,
            Duration = duration,
            Binding = binding,
            ComputeCycles = cycles,
            SharedWeights = _reads[(int)WorkPart.SharedWeights],
            TaskWeights = _reads[(int)WorkPart.TaskWeights],
            WeightsOf = layer.WeightsOf,
            Input = _reads[(int)WorkPart.Input],
            Output = _written,
        };
    }

    // Roles that name the same memory share its time.
    private void Move(string memory, TransferDirection direction, DataSize size, SimTime time)
    {
        Moves.Add(new Traffic(memory, direction, size));
        _busy[memory] = _busy.GetValueOrDefault(memory) + time;
    }
}
