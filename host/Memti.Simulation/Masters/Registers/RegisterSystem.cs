using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Simulation.Maps;

namespace Memti.Simulation.Masters.Registers;

/// <summary>An accelerator that managed firmware drives through its registers.</summary>
public sealed record RegisterSystem
{
    /// <summary>The accelerator.</summary>
    public required IDeviceAccelerator Accelerator { get; init; }

    /// <summary>Where memories, contents and the accelerator's window are.</summary>
    public required MemoryMap Map { get; init; }

    /// <summary>The networks of the tasks, in their order.</summary>
    public required IReadOnlyList<Network> Networks { get; init; }
}
