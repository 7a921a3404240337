using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Cells;

/// <summary>
/// The cells of one value, most significant bits first. Cells may differ: <c>1+1+3+3</c> keeps the two upper bits of a byte in single-level
/// cells.
/// </summary>
public sealed class CellVector
{
    // Levels are bytes, and stored values have at most 16 bits.
    private const int MostBitsPerCell = 8;
    private const int MostBitsPerValue = 16;

    private readonly int[] _bits;

    private CellVector(int[] bits)
    {
        _bits = bits;
        ValueBits = bits.Sum();
    }

    /// <summary>Bits in each cell, most significant cell first.</summary>
    public IReadOnlyList<int> Bits => _bits;

    /// <summary>Number of cells of one value.</summary>
    public int Cells => _bits.Length;

    /// <summary>Bits of one value, 1 to 16.</summary>
    public int ValueBits { get; }

    /// <summary>Cells with the given bits, most significant first.</summary>
    /// <param name="bits">Bits in each cell, 1 to 8.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: no cells, or a number outside its range.</exception>
    public static CellVector Of(params ReadOnlySpan<int> bits)
    {
        int[] cells = bits.ToArray();
        if (cells.Length == 0 || cells.Any(static bits => bits is < 1 or > MostBitsPerCell))
            throw Bad(cells, "one cell or more, each of 1 to 8 bits");
        return cells.Sum() <= MostBitsPerValue ? new CellVector(cells) : throw Bad(cells, "at most 16 bits per value");
    }

    /// <summary>Cells with the given numbers of levels, most significant first: [8, 8] is two cells of three bits.</summary>
    /// <param name="levels">Levels of each cell: 2, 4, 8 ... 256.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: a number is not a power of two, or outside its
    /// range.</exception>
    public static CellVector FromLevels(params ReadOnlySpan<int> levels)
    {
        int[] counts = levels.ToArray();
        return counts.All(int.IsPow2)
            ? Of([.. counts.Select(int.Log2)])
            : throw Bad(counts, "powers of two from 2 to 256");
    }

    /// <summary>Cells of equal size. The first cell takes the remainder, so that the most significant bits lie in the most reliable
    /// cell.</summary>
    /// <param name="valueBits">Bits of a value, 1 to 16.</param>
    /// <param name="bitsPerCell">Bits that a cell can hold, 1 to 8.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: a number outside its range.</exception>
    public static CellVector Split(int valueBits, int bitsPerCell)
    {
        if (valueBits < 1 || bitsPerCell < 1)
            throw Bad([valueBits, bitsPerCell], "1 to 16 bits per value in cells of 1 to 8 bits");
        int[] cells = [.. Enumerable.Repeat(bitsPerCell, (valueBits + bitsPerCell - 1) / bitsPerCell)];
        cells[0] = valueBits - (bitsPerCell * (cells.Length - 1));
        return Of(cells);
    }

    /// <summary>Reads the text form: <c>2+3+3</c> is a cell of two bits and two of three, most significant first.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: the text has another form, or a number is outside its
    /// range.</exception>
    public static CellVector Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Text that is not a number becomes 0, which Of refuses with the same error as a number outside the range.
        int[] bits =
            [.. text.Split('+')
                .Select(
                    static part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int cell) ? cell : 0)];
        return Of(bits);
    }

    /// <summary>Returns these cells after checking that they hold values of the given width.</summary>
    /// <param name="valueBits">Bits of the values.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: the bits of the cells do not add up to
    /// <paramref name="valueBits"/>.</exception>
    public CellVector ForValuesOf(int valueBits) => ValueBits == valueBits
        ? this
        : throw Bad(_bits, string.Create(CultureInfo.InvariantCulture, $"bits that add up to {valueBits}"));

    /// <summary>The text form, such as <c>2+3+3</c>.</summary>
    public override string ToString() => string.Join('+', _bits);

    private static MemtiException Bad(int[] cells, string permitted)
    {
        string value = $"[{string.Join(", ", cells)}]";
        return new(new Diagnostic(DiagnosticCode.BadCellVector, $"'cells' is {value}; permitted: {permitted}.")
        {
            Key = "cells",
            Value = value,
            Permitted = permitted,
        });
    }
}
