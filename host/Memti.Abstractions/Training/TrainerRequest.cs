using Memti.Abstractions.Models;

namespace Memti.Abstractions.Training;

/// <summary>Settings of a trainer.</summary>
public sealed record TrainerRequest
{
    /// <summary>Index into <see cref="IModel.Tasks"/>.</summary>
    public required int Task { get; init; }

    /// <summary>The training images. Default: null, for evaluation only.</summary>
    public ImageSet? Training { get; init; }

    /// <summary>The parameters that training changes. Default: those of the task.</summary>
    public TrainedPart Trained { get; init; } = TrainedPart.TaskSpecific;

    /// <summary>The training recipe. Default: the defaults of <see cref="TrainingRecipe"/>.</summary>
    public TrainingRecipe Recipe { get; init; } = new();

    /// <summary>Decides initial parameters, image order and augmentation. The same seed and threads give the same bits. Default:
    /// 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that a call may use, at least 1. Default: 1.</summary>
    public int Threads { get; init; } = 1;
}
