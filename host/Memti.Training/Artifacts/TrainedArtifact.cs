using Memti.Training.Plans;

namespace Memti.Training.Artifacts;

/// <summary>Weights that were trained.</summary>
/// <param name="Weights">The weight file.</param>
/// <param name="TestAccuracy">Accuracy on test images in floating point.</param>
/// <param name="BestEpoch">Epochs to the best validation accuracy.</param>
public sealed record TrainedArtifact(WeightSource Weights, double TestAccuracy, int BestEpoch);
