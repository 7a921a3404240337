namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// What a node of a graph computes. Shapes and axes leave out the batch: a feature map is [channels, height, width], and its channels are
/// axis 0.
/// </summary>
public abstract record GraphOperation;
