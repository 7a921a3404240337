using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Arrays.Cells;

/// <summary>A number of a cell file with what is known of it.</summary>
/// <param name="Key">Which number it is.</param>
/// <param name="Node">The value as it was written.</param>
/// <param name="Number">The value in the unit of the key.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record CellEntry(CellKey Key, Node Node, DecimalNumber Number, NumberStatus Status, string Source)
{
    /// <summary>The value in the SI unit, rounded once.</summary>
    public double Si { get; } = (Number with { Exponent = Number.Exponent + Key.Exponent }).ToDouble();

    public CellNumber ToNumber() => new(Key.Key, Number.ToDouble(), Status, Source);
}
