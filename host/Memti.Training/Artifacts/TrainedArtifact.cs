using Memti.Training.Plans;

namespace Memti.Training.Artifacts;

/// <summary>Result of a training.</summary>
/// <param name="Weights">The weight file.</param>
/// <param name="TestAccuracy">Floating-point accuracy on test images, 0 to 1.</param>
/// <param name="BestEpoch">Epoch of the best validation accuracy, from 1.</param>
public sealed record TrainedArtifact(WeightSource Weights, double TestAccuracy, int BestEpoch);
