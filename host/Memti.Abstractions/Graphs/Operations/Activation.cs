namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Applies a function to each value. Input: values of any shape.</summary>
/// <param name="Function">The function.</param>
/// <param name="Alpha">Its first constant where it has one; may be infinite for <see cref="ActivationFunction.Clip"/>.</param>
/// <param name="Beta">Its second constant where it has one; may be infinite for <see cref="ActivationFunction.Clip"/>.</param>
public sealed record Activation(ActivationFunction Function, double Alpha = 0, double Beta = 0) : GraphOperation;
