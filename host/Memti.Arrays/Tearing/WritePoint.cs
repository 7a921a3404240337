namespace Memti.Arrays.Tearing;

/// <summary>A point of the write of a word at which power is cut.</summary>
/// <param name="Pulse">Number of the pulse, from 1.</param>
/// <param name="Moment">The moment, relative to that pulse.</param>
/// <param name="Cells">How far the cells have come.</param>
public readonly record struct WritePoint(int Pulse, WriteMoment Moment, CellProgress Cells);
