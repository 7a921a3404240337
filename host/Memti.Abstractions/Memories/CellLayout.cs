using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>How many cells contents take.</summary>
/// <param name="Cells">Cells used, not negative.</param>
/// <param name="Data">Bits that the contents are.</param>
/// <param name="BitsPerCell">Bits that a cell can hold, 1 to 4.</param>
public readonly record struct CellLayout(long Cells, DataSize Data, int BitsPerCell)
{
    /// <summary>What the used cells could hold; with cells per word, more than the data.</summary>
    /// <exception cref="OverflowException">The cells hold more bits than can be counted.</exception>
    public DataSize RawBits => DataSize.FromBits(checked(Cells * BitsPerCell));

    /// <summary>Data bits in a used cell on average; at most <see cref="BitsPerCell"/>, which it is for no contents.</summary>
    public double DataBitsPerCell => Cells == 0 ? BitsPerCell : (double)Data.Bits / Cells;

    /// <summary>Lays contents into cells.</summary>
    /// <exception cref="OverflowException">The contents take more cells than can be counted.</exception>
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

    /// <summary>The cells to build for a capacity, at least 1.</summary>
    public static long CellsFor(DataSize capacity, int bitsPerCell)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerCell, 1);
        return Math.Max(Divide(capacity.Bits, bitsPerCell), 1);
    }

    private static long Divide(long bits, int bitsPerCell) => (bits + bitsPerCell - 1) / bitsPerCell;
}
