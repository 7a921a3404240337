using Memti.Abstractions.Cells;

namespace Memti.Arrays.Faults;

/// <summary>Check bits of a word, stored in separate cells from the least significant bit up.</summary>
public sealed class CheckCells
{
    private readonly int _bits;
    private readonly byte[] _bitsOfLevel;
    private readonly byte[] _levelOfBits;

    /// <summary>Lays the check bits of one word into cells.</summary>
    /// <param name="checkBits">Number of check bits of a word.</param>
    /// <param name="bitsPerCell">Bits per cell, 1 to 8.</param>
    /// <param name="encoding">The code inside each cell.</param>
    public CheckCells(int checkBits, int bitsPerCell, CellEncoding encoding)
    {
        _bits = bitsPerCell;
        Count = (checkBits + bitsPerCell - 1) / bitsPerCell;
        _bitsOfLevel = CellCode.BitsOfLevels(bitsPerCell, encoding);
        _levelOfBits = CellCode.LevelsOfBits(bitsPerCell, encoding);
    }

    /// <summary>Number of cells that the check bits occupy.</summary>
    public int Count { get; }

    /// <summary>Bits of each cell.</summary>
    public int BitsPerCell => _bits;

    /// <summary>Level of a cell.</summary>
    /// <param name="check">Check bits of the word, from the least significant bit of the first byte up.</param>
    /// <param name="cell">Index of the cell, from 0.</param>
    public byte Level(ReadOnlySpan<byte> check, int cell)
    {
        int bits = 0;
        for (int bit = 0; bit < _bits && (cell * _bits) + bit is int place && place >> 3 < check.Length; bit++)
            bits |= (check[place >> 3] >> (place & 7) & 1) << bit;
        return _levelOfBits[bits];
    }

    /// <summary>Writes the bits of a level into the check bits. Bits beyond the last check bit are dropped.</summary>
    /// <param name="check">Check bits of the word.</param>
    /// <param name="cell">Index of the cell, from 0.</param>
    /// <param name="level">The level that it holds.</param>
    public void Write(Span<byte> check, int cell, byte level)
    {
        for (int bit = 0; bit < _bits && (cell * _bits) + bit is int place && place >> 3 < check.Length; bit++)
            check[place >> 3] = (byte)((check[place >> 3] & ~(1 << (place & 7))) | ((_bitsOfLevel[level] >> bit & 1) << (place & 7)));
    }
}
