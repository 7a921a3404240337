namespace Memti.Simulation.Traces;

/// <summary>An activity as a listener sees it.</summary>
/// <param name="Number">Number of the channel that runs it, from 0; one channel runs one activity at a time.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Components">The components that it keeps busy; none for a wake-up, whose components change their power state.</param>
/// <param name="Task">Index of the task; -1 outside any task.</param>
/// <param name="Bits">Data bits that it moves; 0 where it moves none of its own.</param>
public readonly record struct ActivityRecord(int Number, ActivityKind Kind, IReadOnlyList<int> Components, int Task, long Bits);
