using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>A memory as the accelerator reaches it.</summary>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="OnChip">True for a memory on the accelerator's die.</param>
/// <param name="Read">Sustained read rate, zero or more.</param>
/// <param name="Write">Sustained write rate, zero or more.</param>
public sealed record MemoryPort(string Memory, bool OnChip, Bandwidth Read, Bandwidth Write);
