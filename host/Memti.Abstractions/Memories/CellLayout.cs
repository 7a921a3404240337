using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>The number of cells that contents need.</summary>
/// <param name="Cells">Cells used, zero or more.</param>
/// <param name="Data">Bits of the contents.</param>
/// <param name="BitsPerCell">Bits that one cell can hold, 1 to 4.</param>
public readonly record struct CellLayout(long Cells, DataSize Data, int BitsPerCell)
{
    /// <summary>Bits that the used cells could hold. Exceeds the data when words have cells of their own.</summary>
    /// <exception cref="OverflowException">The number of bits exceeds 64-bit integers.</exception>
    public DataSize RawBits => DataSize.FromBits(checked(Cells * BitsPerCell));

    /// <summary>Average number of data bits in a used cell, at most <see cref="BitsPerCell"/>; equal to it without contents.</summary>
    public double DataBitsPerCell => Cells == 0 ? BitsPerCell : (double)Data.Bits / Cells;

    /// <summary>Assigns contents to cells.</summary>
    /// <exception cref="OverflowException">The number of cells exceeds 64-bit integers.</exception>
    public static CellLayout Of(IReadOnlyList<ContentBlock> contents, int bitsPerCell, Packing packing)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerCell, 1);
        long cells = 0;
        DataSize data = DataSize.Zero;
        foreach (ContentBlock block in contents)
        {
            data += block.Size;
            cells = checked(cells + (packing == Packing.Dense
                ? Divide(block.Size.Bits, bitsPerCell)
                : block.Words * Divide(block.BitsPerWord, bitsPerCell)));
        }

        return new CellLayout(cells, data, bitsPerCell);
    }

    /// <summary>Number of cells to build for a capacity, at least 1.</summary>
    public static long CellsFor(DataSize capacity, int bitsPerCell)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerCell, 1);
        return Math.Max(Divide(capacity.Bits, bitsPerCell), 1);
    }

    // Rounded up: a partly filled cell is a cell.
    private static long Divide(long bits, int bitsPerCell) => (bits + bitsPerCell - 1) / bitsPerCell;
}
