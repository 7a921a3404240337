namespace Memti.Scenarios;

/// <summary>A new parameter set for a task, which arrives in the field.</summary>
/// <param name="Frame">Index of the first frame with work that starts at or after the arrival and has no other deployment.</param>
/// <param name="Task">Index of the task.</param>
public readonly record struct TaskDeployment(long Frame, int Task);
