namespace Memti.Training.Experiments;

/// <summary>A task of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its images.</param>
public sealed record ExperimentTask(string Name, string Data);
