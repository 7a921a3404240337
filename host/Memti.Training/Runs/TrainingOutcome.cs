using Memti.Training.Checkpoints;

namespace Memti.Training.Runs;

/// <summary>What a training run gave.</summary>
/// <param name="Weights">The kept parameters of the best epoch as a weight file.</param>
/// <param name="BestEpoch">The first epoch with the best validation accuracy, from 1.</param>
/// <param name="BestAccuracy">That accuracy.</param>
/// <param name="History">All epochs.</param>
public sealed record TrainingOutcome(ReadOnlyMemory<byte> Weights, int BestEpoch, double BestAccuracy, IReadOnlyList<EpochRecord> History);
