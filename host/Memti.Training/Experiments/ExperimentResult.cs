namespace Memti.Training.Experiments;

/// <summary>All of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Tasks">Its tasks without faults.</param>
/// <param name="Cells">Its tasks in their ways of storage, task by task.</param>
public sealed record ExperimentResult(string Name, ulong Seed, IReadOnlyList<ExperimentTaskResult> Tasks, IReadOnlyList<ExperimentEntry> Cells);
