namespace Memti.Abstractions.Models;

/// <summary>A visual task of a model.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="SharedParameters">Number of shared parameters, equal for each task.</param>
/// <param name="TaskParameters">Parameters of this task by group, such as adapters, batch norm and classifier.</param>
public sealed record TaskDescription(string Name, int Classes, long SharedParameters, IReadOnlyList<ParameterGroup> TaskParameters)
{
    /// <summary>Number of parameters of this task in all groups.</summary>
    public long TaskParameterCount => TaskParameters.Sum(static group => group.Count);
}
