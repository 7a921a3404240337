using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>A range of addresses of a memory, and the channel through which its data moves.</summary>
internal sealed record MemoryWindow(DeviceMemory Memory, MemoryChannel Channel);
