using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Transfers;

/// <summary>Transfers of one memory in one direction over a run.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Direction">Read or write, seen from the memory.</param>
/// <param name="Count">Number of transfers. The traffic of one inference counts as one.</param>
/// <param name="Bits">Data bits.</param>
/// <param name="BusyPicoseconds">Time of the bits at the memory's own rate.</param>
public sealed record MemoryTransfers(string Memory, TransferDirection Direction, long Count, Int128 Bits, Int128 BusyPicoseconds);
