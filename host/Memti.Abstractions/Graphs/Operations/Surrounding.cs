namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Puts a constant around values. Input: values of any shape.</summary>
/// <param name="Before">How many before each axis, 0 or more; without the batch.</param>
/// <param name="After">How many behind each axis, 0 or more; without the batch.</param>
/// <param name="Value">The constant.</param>
public sealed record Surrounding(IReadOnlyList<int> Before, IReadOnlyList<int> After, double Value) : GraphOperation;
