namespace Memti.Training.Checkpoints;

/// <summary>One pass over the training images.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="Loss">Mean loss over the training images, each measured in its own step.</param>
/// <param name="TrainAccuracy">Fraction of training images classified correctly in their own step.</param>
/// <param name="ValidationAccuracy">Fraction of validation images classified correctly after the epoch.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
public sealed record EpochRecord(int Epoch, double Loss, double TrainAccuracy, double ValidationAccuracy, double LearningRate);
