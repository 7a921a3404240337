namespace Memti.Runs.Sizing;

/// <summary>A value that was tried.</summary>
/// <param name="Value">The value.</param>
/// <param name="Measure">The measure of the run with it.</param>
/// <param name="IsMet">True when it meets the target.</param>
public sealed record SizeTrial(double Value, double Measure, bool IsMet);
