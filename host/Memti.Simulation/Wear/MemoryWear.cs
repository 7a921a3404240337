namespace Memti.Simulation;

/// <summary>Wear of one memory over a run. What is programmed at manufacture does not count.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="BitsWritten">Data bits written in the field.</param>
/// <param name="Rewrites">Writes that each cell of the most-written region has taken.</param>
/// <param name="Region">The most-written region; null when nothing was written.</param>
/// <param name="Endurance">Writes that a cell survives; null when writing does not wear it.</param>
/// <param name="LifetimeYears">
/// Years (365.25 days) until the most-written cells have taken their endurance at this rate; null when nothing wears.
/// </param>
public sealed record MemoryWear(string Memory, Int128 BitsWritten, long Rewrites, string? Region, double? Endurance, double? LifetimeYears);
