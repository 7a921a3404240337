using Memti.Training.Checkpoints;

namespace Memti.Training.Runs;

/// <summary>Result of a training run.</summary>
/// <param name="Weights">Weight file with the kept parameters of the best epoch.</param>
/// <param name="BestEpoch">First epoch with the best validation accuracy, from 1.</param>
/// <param name="BestAccuracy">The best validation accuracy.</param>
/// <param name="History">All epochs.</param>
public sealed record TrainingOutcome(ReadOnlyMemory<byte> Weights, int BestEpoch, double BestAccuracy, IReadOnlyList<EpochRecord> History);
