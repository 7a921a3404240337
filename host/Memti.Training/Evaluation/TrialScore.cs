using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>Score of a network with the faults of one chip.</summary>
/// <param name="Chip">Index of the chip.</param>
/// <param name="Misread">Number of misread cells.</param>
/// <param name="Score">The score.</param>
public sealed record TrialScore(ulong Chip, long Misread, ImageScore Score);
