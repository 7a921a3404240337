using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Bus;

/// <summary>A range of addresses of a memory, and the channel that moves its data.</summary>
internal sealed record MemoryWindow(DeviceMemory Memory, MemoryChannel Channel)
{
    /// <summary>The bytes; null where addresses only name the memory.</summary>
    public ByteStore? Bytes { get; init; }

    /// <summary>Time of a read of one word.</summary>
    public SimTime ReadLatency { get; init; }

    /// <summary>Time of a write of one word.</summary>
    public SimTime WriteLatency { get; init; }
}
