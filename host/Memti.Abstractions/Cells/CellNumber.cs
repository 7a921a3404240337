using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>Origin of one number of a cell.</summary>
/// <param name="Key">Key in the cell file, unit included, such as <c>read.voltage_v</c>.</param>
/// <param name="Value">The number in the unit of the key.</param>
/// <param name="Status">How well the number is known.</param>
/// <param name="Source">The publication, file or reasoning behind it.</param>
public sealed record CellNumber(string Key, double Value, NumberStatus Status, string Source);
