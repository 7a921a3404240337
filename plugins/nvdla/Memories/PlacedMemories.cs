using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>Memories of a placement, each listed once, with their roles.</summary>
internal sealed class PlacedMemories
{
    private readonly List<MemoryPort> _ports = [];
    private readonly int _shared;

    internal PlacedMemories(Placement placement)
    {
        _shared = placement.SharedWeights is { } shared ? IndexOf(shared) : -1;
        TaskWeights = IndexOf(placement.TaskWeights);
        Activations = IndexOf(placement.Activations);
        Input = IndexOf(placement.Input);
    }

    internal IReadOnlyList<MemoryPort> Ports => _ports;

    internal int TaskWeights { get; }

    internal int Activations { get; }

    internal int Input { get; }

    internal int SharedWeights(Layer layer) => _shared >= 0
        ? _shared
        : throw new MemtiException(DiagnosticCode.BadPlacement, $"layer '{layer.Name}' has shared weights, and no memory holds them.");

    private int IndexOf(MemoryPort port)
    {
        // One memory may play several roles. It has one index, so that its transfers add up on one port.
        int index = _ports.FindIndex(known => known.Memory == port.Memory);
        if (index >= 0)
            return index;
        _ports.Add(port);
        return _ports.Count - 1;
    }
}
