using System.Numerics;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Routing without a tree: a bus runs along each column of mats and is as long as the column is high. Source: NVSim, BankWithoutHtree.cpp.
/// </summary>
internal static class GlobalBus
{
    /// <summary>Lays the bus of a bank. Null when address or data bits run out before the mats are reached.</summary>
    /// <param name="rows">Rows of mats, a power of two.</param>
    /// <param name="columns">Columns of mats, a power of two.</param>
    /// <param name="activeRows">Active rows of mats.</param>
    /// <param name="activeColumns">Active columns of mats.</param>
    /// <param name="addressBits">Address bits of the bank.</param>
    /// <param name="dataBits">Cells of a word.</param>
    /// <param name="bitsOut">Bits that one cell of the word puts on the wires.</param>
    public static MatWires? Of(int rows, int columns, int activeRows, int activeColumns, int addressBits, long dataBits, int bitsOut)
    {
        int address = addressBits - BitOperations.Log2((uint)(rows * columns / activeRows / activeColumns));
        long data = dataBits / activeRows / activeColumns;
        if (address <= 0 || data == 0)
            return null;
        // Active rows are the farthest ones: rows + (rows - 1) + ... over the active rows.
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
