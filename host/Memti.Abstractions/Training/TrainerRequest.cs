using Memti.Abstractions.Models;

namespace Memti.Abstractions.Training;

/// <summary>What a trainer is made for.</summary>
public sealed record TrainerRequest
{
    /// <summary>Index into <see cref="IModel.Tasks"/>.</summary>
    public required int Task { get; init; }

    /// <summary>The images to learn from; null for evaluation alone.</summary>
    public ImageSet? Training { get; init; }

    /// <summary>What training changes.</summary>
    public TrainedPart Trained { get; init; } = TrainedPart.TaskSpecific;

    /// <summary>How to train.</summary>
    public TrainingRecipe Recipe { get; init; } = new();

    /// <summary>Decides initial parameters, the order of images and augmentation. The same seed and threads give the same bits.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that a call may use, 1 and more.</summary>
    public int Threads { get; init; } = 1;
}
