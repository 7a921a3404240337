namespace Memti.Hosting;

/// <summary>How a non-volatile region wears.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Endurance">Writes that a cell survives; null when writing does not wear it.</param>
/// <param name="WritesPerCell">Writes of the most-written cell over the workload.</param>
/// <param name="Years">Years until it wears out at that rate; null when nothing was written.</param>
public sealed record RegionLifetime(string Memory, double? Endurance, double WritesPerCell, double? Years);
