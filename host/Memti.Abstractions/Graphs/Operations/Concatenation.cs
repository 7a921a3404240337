namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Inputs one behind the other along an axis. Inputs: two or more, with equal other axes.</summary>
/// <param name="Axis">The axis, without the batch.</param>
public sealed record Concatenation(int Axis) : GraphOperation;
