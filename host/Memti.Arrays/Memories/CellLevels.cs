using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Memories;

/// <summary>Level distributions of a cell, from which the faults of multi-level storage follow.</summary>
public static class CellLevels
{
    /// <summary>Level distributions of a cell that stores a number of bits.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bitsPerCell">Bits in one cell, 1 to 4.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.NoLevelStatistics"/>: none are known. The array can still be solved, but its faults cannot.
    /// </exception>
    public static LevelTable For(MemoryCell cell, int bitsPerCell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Levels.FirstOrDefault(table => table.BitsPerCell == bitsPerCell) ?? throw Unknown(cell, bitsPerCell);
    }

    private static MemtiException Unknown(MemoryCell cell, int bitsPerCell)
    {
        string known = cell.Levels.Count == 0
            ? "none"
            : string.Join(
                ", ",
                cell.Levels
                    .Select(static table => table.BitsPerCell)
                    .Order()
                    .Select(static bits => FormattableString.Invariant($"{bits}")));
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"no level statistics are known of cell '{cell.Name}' ({cell.Kind}) with {bitsPerCell} bit(s) per cell; known: {known}. "
                + $"Faults need them: measure the levels and give them as 'levels:' in the cell file.");
        return new MemtiException(new Diagnostic(DiagnosticCode.NoLevelStatistics, message)
        {
            Key = "levels",
            Value = FormattableString.Invariant($"{bitsPerCell}"),
            Permitted = known,
        });
    }
}
