using Memti.Abstractions.Training;

namespace Memti.Training.Checkpoints;

/// <summary>What the steps of the running epoch saw so far.</summary>
/// <param name="Images">Images.</param>
/// <param name="Correct">Those classified right.</param>
/// <param name="Loss">Sum of the losses.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
public sealed record EpochSums(long Images, long Correct, double Loss, double LearningRate)
{
    /// <summary>Before the first step.</summary>
    public static EpochSums None { get; } = new(0, 0, 0, 0);

    /// <summary>With one step more.</summary>
    public EpochSums With(TrainingStep step) => new(Images + step.Images, Correct + step.Correct, Loss + (step.Loss * step.Images), step.LearningRate);

    /// <summary>The finished epoch.</summary>
    public EpochRecord Finish(int epoch, double validationAccuracy) =>
        new(epoch, Loss / Math.Max(1, Images), (double)Correct / Math.Max(1, Images), validationAccuracy, LearningRate);
}
