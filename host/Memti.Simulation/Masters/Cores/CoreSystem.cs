using System.Collections.ObjectModel;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Simulation.Contents;
using Memti.Simulation.Executables;
using Memti.Simulation.Maps;

namespace Memti.Simulation.Masters.Cores;

/// <summary>A core, what it executes, and the bus around it.</summary>
public sealed record CoreSystem
{
    /// <summary>The processor.</summary>
    public required IProcessor Processor { get; init; }

    /// <summary>Its name in results. Default: <c>processor</c>.</summary>
    public string ProcessorName { get; init; } = "processor";

    /// <summary>The firmware. Its segments must lie in memories of the map.</summary>
    public required Executable Executable { get; init; }

    /// <summary>Where memories and devices are. A device that it does not name is not on the bus.</summary>
    public required MemoryMap Map { get; init; }

    /// <summary>What a loss of power leaves of a word under way, by memory. Default: none, which keeps words whole.</summary>
    public IReadOnlyDictionary<int, IWordTearing> Tearing { get; init; } = ReadOnlyDictionary<int, IWordTearing>.Empty;

    /// <summary>The accelerator with registers; null for none on the bus.</summary>
    public IDeviceAccelerator? Accelerator { get; init; }

    /// <summary>The networks of the tasks, whose parameters the accelerator reads. Default: none.</summary>
    public IReadOnlyList<Network> Networks { get; init; } = [];

    /// <summary>Receives each byte of the console. Default: null, for nobody.</summary>
    public Action<byte>? Console { get; init; }

    /// <summary>Longest time that firmware may run without waiting for an interrupt, above zero. Default: 10 s.</summary>
    public SimTime MostAwake { get; init; } = SimTime.FromSeconds(10);
}
