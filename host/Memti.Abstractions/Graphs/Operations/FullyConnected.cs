namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// Each output is a weighted sum of the last axis. Inputs: values [..., features]; weights [outputs, features]; optional bias [outputs].
/// </summary>
public sealed record FullyConnected : GraphOperation;
