using Memti.Abstractions.Units;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Bus;

/// <summary>A range of addresses of a memory.</summary>
/// <param name="Bytes">The bytes; null where addresses only name the memory for transfers.</param>
/// <param name="ReadLatency">Time of a read of one word.</param>
/// <param name="WriteLatency">Time of a write of one word.</param>
internal sealed record MemoryWindow(ByteStore? Bytes, SimTime ReadLatency, SimTime WriteLatency);
