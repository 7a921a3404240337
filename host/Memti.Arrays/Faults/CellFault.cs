namespace Memti.Arrays.Faults;

/// <summary>A misread cell.</summary>
/// <param name="Cell">Number of the cell within its region.</param>
/// <param name="Stored">The level it holds.</param>
/// <param name="Read">The level that is read.</param>
public readonly record struct CellFault(long Cell, byte Stored, byte Read);
