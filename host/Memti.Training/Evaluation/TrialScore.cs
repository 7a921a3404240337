using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>A network with the faults of one chip.</summary>
/// <param name="Chip">Number of the chip.</param>
/// <param name="Misread">Cells that were misread.</param>
/// <param name="Score">How it did.</param>
public sealed record TrialScore(ulong Chip, long Misread, ImageScore Score);
