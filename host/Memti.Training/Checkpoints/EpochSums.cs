using Memti.Abstractions.Training;

namespace Memti.Training.Checkpoints;

/// <summary>Totals over the steps of the running epoch.</summary>
/// <param name="Images">Number of images.</param>
/// <param name="Correct">Number of correctly classified images.</param>
/// <param name="Loss">Sum of the losses.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
public sealed record EpochSums(long Images, long Correct, double Loss, double LearningRate)
{
    /// <summary>Totals before the first step.</summary>
    public static EpochSums None { get; } = new(0, 0, 0, 0);

    /// <summary>Totals after another step.</summary>
    public EpochSums With(TrainingStep step) =>
        new(Images + step.Images, Correct + step.Correct, Loss + (step.Loss * step.Images), step.LearningRate);

    /// <summary>The record of the finished epoch.</summary>
    public EpochRecord Finish(int epoch, double validationAccuracy) =>
        new(epoch, Loss / Math.Max(1, Images), (double)Correct / Math.Max(1, Images), validationAccuracy, LearningRate);
}
