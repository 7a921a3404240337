using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>A memory as the accelerator sees it.</summary>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="OnChip">True when it is on the accelerator's die.</param>
/// <param name="Read">Sustained read rate.</param>
/// <param name="Write">Sustained write rate.</param>
public sealed record MemoryPort(string Memory, bool OnChip, Bandwidth Read, Bandwidth Write);
