namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Axes in another order. Input: values of any shape.</summary>
/// <param name="Order">For each axis of the output the axis of the input, without the batch.</param>
public sealed record Transposition(IReadOnlyList<int> Order) : GraphOperation;
