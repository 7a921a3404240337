namespace Memti.Training;

/// <summary>Weights that were trained.</summary>
/// <param name="Weights">The weight file.</param>
/// <param name="TestAccuracy">Accuracy on test images in floating point.</param>
/// <param name="BestEpoch">Epochs to the best validation accuracy.</param>
public sealed record TrainedPiece(WeightSource Weights, double TestAccuracy, int BestEpoch);
