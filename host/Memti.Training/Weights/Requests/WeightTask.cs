using Memti.Abstractions.Training;
using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>A task of the scenario, with its dataset and training recipes.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Data">The dataset, as for <c>memti train --data</c>.</param>
/// <param name="Place">Place in the request, or in the project that it was made from.</param>
public sealed record WeightTask(string Name, string Data, SourceLocation Place)
{
    /// <summary>Required number of classes. Default: null, for any.</summary>
    public int? Classes { get; init; }

    /// <summary>Recipe for training the task's parameters without faults.</summary>
    public required TrainingRecipe Training { get; init; }

    /// <summary>Recipe for retraining them against faults; null for none.</summary>
    public required TrainingRecipe? Retraining { get; init; }

    /// <summary>Seed of this task's training. Default: null, for the request's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Weight file with trained parameters of the task, which replaces training. Default: null, to train.</summary>
    public string? Weights { get; init; }
}
