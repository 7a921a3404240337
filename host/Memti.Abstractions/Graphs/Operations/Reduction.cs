namespace Memti.Abstractions.Graphs.Operations;

/// <summary>The mean or the maximum along axes; global pooling is that along axes 1 and 2. Input: values of any shape.</summary>
/// <param name="Function">The function.</param>
/// <param name="Axes">The axes in rising order, without the batch.</param>
/// <param name="KeepsAxes">True when the axes stay with size 1.</param>
public sealed record Reduction(PoolingFunction Function, IReadOnlyList<int> Axes, bool KeepsAxes) : GraphOperation;
