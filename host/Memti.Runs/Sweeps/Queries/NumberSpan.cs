namespace Memti.Runs.Sweeps.Queries;

/// <summary>Numbers between two ends, which belong to them.</summary>
/// <param name="From">The least; null for no bound.</param>
/// <param name="To">The greatest; null for no bound.</param>
public sealed record NumberSpan(double? From, double? To);
