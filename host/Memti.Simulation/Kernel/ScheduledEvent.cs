namespace Memti.Simulation.Kernel;

/// <summary>Something that happens at a moment of simulated time.</summary>
/// <param name="Time">The moment in picoseconds of the run window.</param>
/// <param name="Kind">What it is, as its owner numbers it.</param>
public readonly record struct ScheduledEvent(long Time, int Kind);
