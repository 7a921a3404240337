namespace Memti.Simulation.Components;

/// <summary>Data of a whole activity that a memory counts: one transfer, its bits and its time.</summary>
/// <param name="Entry">Index of three sums in the machine's tally: transfers, bits, picoseconds.</param>
/// <param name="Bits">Data bits.</param>
/// <param name="Busy">Picoseconds at the memory's own rate.</param>
internal readonly record struct ActivityCount(int Entry, long Bits, long Busy);
