using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>How many cells contents take.</summary>
/// <param name="Cells">Cells used.</param>
/// <param name="Data">Bits that the contents are.</param>
/// <param name="BitsPerCell">Bits that a cell can hold.</param>
internal readonly record struct CellLayout(long Cells, DataSize Data, int BitsPerCell)
{
    /// <summary>What the used cells could hold; with cells per word, more than the data.</summary>
    public DataSize RawBits => DataSize.FromBits(checked(Cells * BitsPerCell));

    /// <summary>Data bits in a used cell on average; at most <see cref="BitsPerCell"/>.</summary>
    public double DataBitsPerCell => Cells == 0 ? BitsPerCell : (double)Data.Bits / Cells;

    /// <summary>Lays contents into cells.</summary>
    public static CellLayout Of(IReadOnlyList<ContentBlock> contents, int bitsPerCell, Packing packing)
    {
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

    private static long Divide(long bits, int bitsPerCell) => (bits + bitsPerCell - 1) / bitsPerCell;
}
