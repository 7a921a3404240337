namespace Memti.Abstractions.Training;

/// <summary>What one step of training saw, before it changed the parameters.</summary>
/// <param name="Images">Images of the batch.</param>
/// <param name="Correct">How many of them were classified right.</param>
/// <param name="Loss">Mean loss over the batch; not finite when training has run away.</param>
/// <param name="LearningRate">Learning rate of the step.</param>
public readonly record struct TrainingStep(int Images, int Correct, double Loss, double LearningRate);
