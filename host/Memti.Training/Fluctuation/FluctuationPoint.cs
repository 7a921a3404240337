using Memti.Training.Statistics;

namespace Memti.Training.Fluctuation;

/// <summary>A technique at one read level, over seeds.</summary>
/// <param name="Task">The task.</param>
/// <param name="Technique">The technique.</param>
/// <param name="Level">Factor of the read levels.</param>
/// <param name="Accuracy">Accuracy over seeds; of each seed the mean over draws.</param>
/// <param name="Energy">Energy over seeds, relative to direct reading at level 1.</param>
/// <param name="Joules">Mean energy of an image's reads in J; null without a cell.</param>
public sealed record FluctuationPoint(
    string Task, FluctuationTechnique Technique, double Level, SampleSummary Accuracy, SampleSummary Energy, double? Joules);
