using System.Numerics;

namespace Memti.Arrays.Organisations;

/// <summary>Routing without a tree: a bus runs down each column of mats, as long as the column is high.</summary>
internal static class GlobalBus
{
    /// <summary>The bus of a bank, or null when its bits run out before its mats are reached.</summary>
    /// <param name="rows">Mats above one another, a power of two.</param>
    /// <param name="columns">Mats beside one another, a power of two.</param>
    /// <param name="activeRows">Active rows of mats.</param>
    /// <param name="activeColumns">Active columns of mats.</param>
    /// <param name="addressBits">Address bits of the bank.</param>
    /// <param name="dataBits">Cells of a word.</param>
    /// <param name="bitsOut">Bits that a cell of the word puts on the wires.</param>
    public static MatWires? Of(int rows, int columns, int activeRows, int activeColumns, int addressBits, long dataBits, int bitsOut)
    {
        int address = addressBits - BitOperations.Log2((uint)(rows * columns / activeRows / activeColumns));
        long data = dataBits / activeRows / activeColumns;
        if (address <= 0 || data == 0)
            return null;
        double lengths = (activeRows * (double)rows) - (activeRows * (activeRows - 1) / 2.0);
        return new MatWires
        {
            AddressBits = address,
            DataBits = data,
            VerticalBitLengths = lengths * (address + (data * bitsOut)) * activeColumns,
            VerticalSquares = (double)rows * rows,
            ReadWays = 1,
        };
    }
}
