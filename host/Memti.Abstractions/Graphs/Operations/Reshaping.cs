namespace Memti.Abstractions.Graphs.Operations;

/// <summary>The same values in another shape, that of the node. Input: values of any shape.</summary>
public sealed record Reshaping : GraphOperation;
