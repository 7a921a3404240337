namespace Memti.Scenarios.Workloads;

/// <summary>New parameters, which arrive in the field.</summary>
/// <param name="Frame">Index of the first frame with work that starts at or after the arrival and has no other deployment.</param>
/// <param name="Task">Index of the task whose parameters they are; null for those that all tasks share.</param>
public readonly record struct TaskDeployment(long Frame, int? Task);
