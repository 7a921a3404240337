namespace Memti.Abstractions.Training;

/// <summary>Result of one training step, measured before the parameters change.</summary>
/// <param name="Images">Images of the batch.</param>
/// <param name="Correct">Correctly classified images.</param>
/// <param name="Loss">Mean loss over the batch; not finite when training diverges.</param>
/// <param name="LearningRate">Learning rate of the step.</param>
public readonly record struct TrainingStep(int Images, int Correct, double Loss, double LearningRate);
