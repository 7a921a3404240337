namespace Memti.Training.Checkpoints;

/// <summary>One pass over the training images.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">Mean loss over the training images, each as its step saw it.</param>
/// <param name="TrainAccuracy">Share of training images that their step classified right.</param>
/// <param name="ValidationAccuracy">Share of validation images classified right after the epoch.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
public sealed record EpochRecord(int Epoch, double Loss, double TrainAccuracy, double ValidationAccuracy, double LearningRate);
