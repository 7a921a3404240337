using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>Port through which an accelerator reaches the memories on its die. Reads and writes do not slow each other.</summary>
/// <param name="Read">Rate out of the memories, above zero.</param>
/// <param name="Write">Rate into the memories, above zero.</param>
public sealed record AcceleratorPort(Bandwidth Read, Bandwidth Write);
