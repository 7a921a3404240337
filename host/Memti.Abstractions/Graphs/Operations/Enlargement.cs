namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Repeats each pixel of a map. Input: map [channels, height, width].</summary>
/// <param name="Rows">How often each row is repeated, at least 1.</param>
/// <param name="Columns">How often each column is repeated, at least 1.</param>
public sealed record Enlargement(int Rows, int Columns) : GraphOperation;
