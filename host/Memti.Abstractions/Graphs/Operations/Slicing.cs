namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Part of an axis; the shape of the node says how long it is. Input: values of any shape.</summary>
/// <param name="Axis">The axis, without the batch.</param>
/// <param name="Start">The first index, from 0.</param>
/// <param name="Step">From index to index, at least 1.</param>
public sealed record Slicing(int Axis, int Start, int Step) : GraphOperation;
