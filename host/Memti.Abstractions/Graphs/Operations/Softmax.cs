namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// exp(x) over its sum along an axis. Input: values of any shape. A trainer's loss contains it: classifiers end before it.
/// </summary>
/// <param name="Axis">The axis, without the batch.</param>
public sealed record Softmax(int Axis) : GraphOperation;
