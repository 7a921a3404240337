namespace Memti.Abstractions.Models;

/// <summary>Makes a neural network for the tasks of a scenario.</summary>
/// <param name="tasks">The tasks, in the order of the scenario.</param>
public delegate IModel ModelFactory(IReadOnlyList<TaskRequest> tasks);
