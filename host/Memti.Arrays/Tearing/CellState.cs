namespace Memti.Arrays.Tearing;

/// <summary>A cell of a word whose write was cut.</summary>
/// <param name="From">Level before the write.</param>
/// <param name="To">Level that it was to have.</param>
/// <param name="Position">Where it stands, in levels: 1.5 is halfway between levels 1 and 2.</param>
/// <param name="Read">Level that a read returns.</param>
public readonly record struct CellState(int From, int To, double Position, int Read);
