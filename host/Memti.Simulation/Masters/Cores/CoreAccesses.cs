namespace Memti.Simulation.Masters.Cores;

/// <summary>Words of 32 bits that a core moved from and to a memory.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Reads">Words fetched and loaded.</param>
/// <param name="Writes">Words stored.</param>
public sealed record CoreAccesses(string Memory, long Reads, long Writes);
