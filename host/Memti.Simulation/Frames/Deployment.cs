namespace Memti.Simulation;

/// <summary>A new parameter set that arrives in the field.</summary>
/// <param name="Frame">
/// Index of the frame with which it is handed to the firmware; with the next one that is delivered if that one is skipped.
/// </param>
/// <param name="Task">The task whose set it is.</param>
public readonly record struct Deployment(long Frame, int Task);
