using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Cells;

/// <summary>Checks the number of bits per cell.</summary>
public static class CellBits
{
    /// <summary>Throws when a cell cannot store the given number of bits.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bitsPerCell">Bits in one cell, 1 or more.</param>
    /// <param name="key">Key for the message, such as <c>memories.weights.bits_per_cell</c>.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/>: more bits than the cell stores; states the permitted
    /// range.</exception>
    public static void Require(MemoryCell cell, int bitsPerCell, string key)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (bitsPerCell <= cell.MaximumBitsPerCell)
            return;
        string permitted = cell.MaximumBitsPerCell == 1 ? "1" : FormattableString.Invariant($"1 to {cell.MaximumBitsPerCell}");
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.ValueOutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{key}' is {bitsPerCell}, and cell '{cell.Name}' stores fewer bits; permitted: {permitted}."))
        {
            Key = key,
            Value = FormattableString.Invariant($"{bitsPerCell}"),
            Permitted = permitted,
        });
    }
}
