using Memti.Abstractions.Training;
using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>A task of the scenario, with the images that it is learnt from.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Data">The images, as <c>memti train --data</c> takes them.</param>
/// <param name="Place">Where the request, or the project behind it, says so.</param>
public sealed record WeightTask(string Name, string Data, SourceLocation Place)
{
    /// <summary>Classes that the images must have; null for any number.</summary>
    public int? Classes { get; init; }

    /// <summary>How the parameters of the task are trained, without faults.</summary>
    public required TrainingRecipe Training { get; init; }

    /// <summary>How they are retrained against faults; null for not at all.</summary>
    public required TrainingRecipe? Retraining { get; init; }

    /// <summary>Seed of this task's training; null for the request's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Weight file with the trained parameters of the task, in place of training; null to train.</summary>
    public string? Weights { get; init; }
}
