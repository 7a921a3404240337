namespace Memti.Runs.Sweeps.Expressions;

/// <summary>What a condition may name.</summary>
/// <param name="Axes">Axes of numbers.</param>
/// <param name="Metrics">All metrics.</param>
/// <param name="Column">The column of a metric, which is made when there is none.</param>
internal sealed record ConditionNames(IReadOnlyList<string> Axes, IReadOnlyList<string> Metrics, Func<int, int> Column);
