using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>A port through which an accelerator reaches memories on its die. Reads and writes pass side by side.</summary>
/// <param name="Read">Rate out of the memories, above zero.</param>
/// <param name="Write">Rate into the memories, above zero.</param>
public sealed record AcceleratorPort(Bandwidth Read, Bandwidth Write);
