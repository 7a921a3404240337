namespace Memti.Abstractions.Processors;

/// <summary>Cycles and instructions of a core since its creation.</summary>
/// <param name="Instructions">Instructions retired.</param>
/// <param name="ActiveCycles">Cycles in which the core worked.</param>
/// <param name="StalledCycles">Cycles in which it waited for a memory or a device.</param>
public readonly record struct CoreCounters(long Instructions, long ActiveCycles, long StalledCycles);
