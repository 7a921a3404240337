namespace Memti.Simulation.Kernel;

/// <summary>An event at a moment of simulated time.</summary>
/// <param name="Time">Time in picoseconds of the run window.</param>
/// <param name="Kind">Number that identifies the event to its owner.</param>
public readonly record struct ScheduledEvent(long Time, int Kind);
