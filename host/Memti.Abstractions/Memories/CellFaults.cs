using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>Fault models of values in a memory of cells, from the level statistics of the cell.</summary>
public static class CellFaults
{
    /// <summary>Builds the fault model of stored values.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="values">The values. Cells that it names win over the other parameters.</param>
    /// <param name="bitsPerCell">Bits per cell when no parameter names the cells of a value. The first cell takes the remainder.</param>
    /// <param name="valueCells">Cells of a value, such as <c>2+3+3</c>; null to split values by <paramref name="bitsPerCell"/>.</param>
    /// <param name="encoding">The code inside each cell.</param>
    /// <param name="senseOffset">Standard deviation of the sense amplifier's offset on the read scale, 0 or more.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/>, <see cref="DiagnosticCode.BadCellVector"/> or
    /// MEMTI65xx.</exception>
    public static IValueFaults Of(
        MemoryCell cell, StoredValues values, int bitsPerCell, string? valueCells, CellEncoding encoding, double senseOffset)
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
