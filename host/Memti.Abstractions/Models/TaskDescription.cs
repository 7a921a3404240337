namespace Memti.Abstractions.Models;

/// <summary>A task of a model.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="SharedParameters">Parameters that all tasks share; the same for each task.</param>
/// <param name="TaskParameters">Parameters of this task, by group, such as adapters, batch norm and classifier.</param>
public sealed record TaskDescription(string Name, int Classes, long SharedParameters, IReadOnlyList<ParameterGroup> TaskParameters)
{
    /// <summary>Parameters of this task in all groups.</summary>
    public long TaskParameterCount => TaskParameters.Sum(static group => group.Count);
}
