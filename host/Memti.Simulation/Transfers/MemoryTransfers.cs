using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Transfers;

/// <summary>What one memory moved in one direction over a run.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Direction">Read from it or written to it.</param>
/// <param name="Count">Transfers; the traffic of one inference counts as one.</param>
/// <param name="Bits">Data bits.</param>
/// <param name="BusyPicoseconds">Time that the bits take at the memory's own rate.</param>
public sealed record MemoryTransfers(string Memory, TransferDirection Direction, long Count, Int128 Bits, Int128 BusyPicoseconds);
