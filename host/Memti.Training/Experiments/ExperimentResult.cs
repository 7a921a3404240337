namespace Memti.Training.Experiments;

/// <summary>Results of an experiment.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Seed">Seed of the experiment.</param>
/// <param name="Tasks">Results without faults, by task.</param>
/// <param name="Cells">Results by task and storage variant, task by task.</param>
public sealed record ExperimentResult(
    string Name, ulong Seed, IReadOnlyList<ExperimentTaskResult> Tasks, IReadOnlyList<ExperimentEntry> Cells);
