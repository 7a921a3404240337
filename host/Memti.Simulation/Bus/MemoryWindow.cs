using Memti.Abstractions.Devices;

namespace Memti.Simulation.Bus;

/// <summary>A range of addresses of a memory, and the channel that moves its data.</summary>
internal sealed record MemoryWindow(DeviceMemory Memory, MemoryChannel Channel);
