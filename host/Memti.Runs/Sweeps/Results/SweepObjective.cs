namespace Memti.Runs.Sweeps.Results;

/// <summary>A metric that a study wants to be small or great.</summary>
/// <param name="Metric">Index of the metric.</param>
/// <param name="Maximise">True when more is better.</param>
public sealed record SweepObjective(int Metric, bool Maximise);
