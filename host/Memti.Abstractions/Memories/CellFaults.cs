using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>The faults of values in a memory of cells, from the levels that the cell states.</summary>
public static class CellFaults
{
    /// <summary>What is read in place of stored values.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="values">The values; cells that it names come first.</param>
    /// <param name="bitsPerCell">Bits of a cell where nobody names the cells of a value; the first cell takes what is left over.</param>
    /// <param name="valueCells">Cells of a value, such as <c>2+3+3</c>; null for <paramref name="bitsPerCell"/>.</param>
    /// <param name="encoding">The code inside each cell.</param>
    /// <param name="senseOffset">Standard deviation of the sense amplifier's offset on the read scale.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/>, <see cref="DiagnosticCode.BadCellVector"/>, MEMTI65xx.</exception>
    public static IValueFaults Of(MemoryCell cell, StoredValues values, int bitsPerCell, string? valueCells, CellEncoding encoding, double senseOffset)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(values);
        CellVector cells = values.Cells ?? (valueCells is null ? CellVector.Split(values.Bits, bitsPerCell) : CellVector.Parse(valueCells));
        return values.Faults.For(new FaultRequest
        {
            Technology = cell.Name,
            Levels = cell.Levels,
            Cells = cells.ForValuesOf(values.Bits),
            Encoding = encoding,
            SenseOffset = senseOffset,
            Correction = values.Correction,
        });
    }
}
