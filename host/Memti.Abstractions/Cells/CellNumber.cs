using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>Where a number of a cell comes from.</summary>
/// <param name="Key">Key in the cell file, unit included, such as <c>read.voltage_v</c>.</param>
/// <param name="Value">The number in the unit of the key.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Source">Publication, file or reasoning that it comes from.</param>
public sealed record CellNumber(string Key, double Value, NumberStatus Status, string Source);
