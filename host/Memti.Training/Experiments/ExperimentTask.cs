namespace Memti.Training.Experiments;

/// <summary>A visual task of an experiment.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Data">Its dataset.</param>
public sealed record ExperimentTask(string Name, string Data);
