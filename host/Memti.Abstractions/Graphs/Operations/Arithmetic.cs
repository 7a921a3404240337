namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// Combines two inputs value by value. Either may be a parameter. Both have the same number of axes, except for a parameter with a single
/// value and no axes; an axis of size 1 is repeated.
/// </summary>
/// <param name="Function">The function.</param>
public sealed record Arithmetic(ArithmeticFunction Function) : GraphOperation;
