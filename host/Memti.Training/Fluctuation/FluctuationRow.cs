using Memti.Training.Evaluation;

namespace Memti.Training.Fluctuation;

/// <summary>A trained network, read at one level.</summary>
/// <param name="Task">The task.</param>
/// <param name="Technique">The technique.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Level">Factor of the read levels.</param>
/// <param name="Score">Accuracies and energy.</param>
public sealed record FluctuationRow(string Task, FluctuationTechnique Technique, int Seed, double Level, ReadScore Score);
