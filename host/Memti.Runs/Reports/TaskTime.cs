namespace Memti.Runs.Reports;

/// <summary>One inference of a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="InferenceMs">Time of the inference in ms, parameters resident.</param>
/// <param name="Binding">What sets it.</param>
/// <param name="SharedParameters">Parameters that all tasks share.</param>
/// <param name="TaskParameters">Parameters of the task.</param>
public sealed record TaskTime(string Task, double InferenceMs, string Binding, long SharedParameters, long TaskParameters);
