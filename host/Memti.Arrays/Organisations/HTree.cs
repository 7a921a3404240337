using System.Numerics;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Routing by a tree from the edge of a bank. It splits columns and rows of mats in turn, the larger number first. A split into two active
/// halves halves the data bits; any other split consumes an address bit. Wire lengths double from level to level. Source: NVSim,
/// BankWithHtree.cpp.
/// </summary>
internal static class HTree
{
    /// <summary>Lays the tree of a bank. Null when address or data bits run out before the mats are reached.</summary>
    /// <param name="rows">Rows of mats, a power of two.</param>
    /// <param name="columns">Columns of mats, a power of two.</param>
    /// <param name="activeRows">Active rows of mats.</param>
    /// <param name="activeColumns">Active columns of mats.</param>
    /// <param name="addressBits">Address bits of the bank.</param>
    /// <param name="dataBits">Cells of a word.</param>
    /// <param name="bitsOut">Bits that one cell of the word puts on the wires.</param>
    public static MatWires? Of(int rows, int columns, int activeRows, int activeColumns, int addressBits, long dataBits, int bitsOut)
    {
        int horizontal = BitOperations.Log2((uint)columns);
        int vertical = BitOperations.Log2((uint)rows);
        Builder builder = new(addressBits, dataBits, bitsOut, activeRows, activeColumns, horizontal, vertical);
        return !builder.Route()
            ? null
            : new MatWires
            {
                AddressBits = builder.Address,
                DataBits = builder.Data,
                HorizontalBitLengths = builder.HorizontalBitLengths,
                VerticalBitLengths = builder.VerticalBitLengths,
                HorizontalSquares = SumOfSquares(horizontal),
                // Vertical wires start at the middle of the bank and are half as long as horizontal ones of their level; delay goes with
                // the square.
                VerticalSquares = SumOfSquares(vertical) / 4,
                ReadWays = 2,
            };
    }

    /// <summary>1 + 4 + 16 + ... over the levels.</summary>
    private static double SumOfSquares(int levels) => (Math.Pow(4, levels) - 1) / 3;

    private struct Builder(int address, long data, int bitsOut, int activeRows, int activeColumns, int horizontal, int vertical)
    {
        private int _rowsToActivate = activeRows;
        private int _columnsToActivate = activeColumns;
        private long _activeWires = 1;

        public int Address { get; private set; } = address;

        public long Data { get; private set; } = data;

        public double HorizontalBitLengths { get; private set; }

        public double VerticalBitLengths { get; private set; }

        private readonly bool HasBits => Data > 0 && Address > 0;

        public bool Route()
        {
            int h = horizontal;
            int v = vertical;
            // The first horizontal wire runs from the edge to the middle and splits nothing.
            if (h > 0)
            {
                if (!HasBits)
                    return false;
                AddHorizontal(h--);
            }

            // NVSim's order: the longer dimension is split alone until both are equal, then columns and rows alternate.
            while (h > v)
            {
                if (!SplitColumns())
                    return false;
                AddHorizontal(h--);
            }

            while (v > h)
            {
                if (!SplitRows())
                    return false;
                AddVertical(v--);
            }

            while (h > 0)
            {
                if (!SplitColumns())
                    return false;
                AddHorizontal(h--);
                if (!SplitRows())
                    return false;
                AddVertical(v--);
            }

            return ReachMats();
        }

        private bool SplitColumns()
        {
            if (!HasBits)
                return false;
            Split(ref _columnsToActivate);
            return true;
        }

        private bool SplitRows()
        {
            if (!HasBits)
                return false;
            Split(ref _rowsToActivate);
            return true;
        }

        private void Split(ref int toActivate)
        {
            if (toActivate > 1)
            {
                Data /= 2;
                toActivate /= 2;
                _activeWires *= 2;
            }
            else
            {
                Address--;
            }
        }

        /// <summary>Splits the last pair of columns, which has no wire of its own.</summary>
        private bool ReachMats()
        {
            if (!HasBits)
                return false;
            if (_columnsToActivate > 1)
                Data /= 2;
            else if (horizontal > 0)
                Address--;
            return true;
        }

        private void AddHorizontal(int level) =>
            HorizontalBitLengths += _activeWires * (Address + (Data * bitsOut)) * Math.Pow(2, level - 1);

        private void AddVertical(int level) => VerticalBitLengths += _activeWires * (Address + (Data * bitsOut)) * Math.Pow(2, level - 2);
    }
}
