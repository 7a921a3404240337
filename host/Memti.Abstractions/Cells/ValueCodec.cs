using System.Numerics;

namespace Memti.Abstractions.Cells;

/// <summary>Converts values to levels of cells and back. Values are bit patterns; signed values use two's complement.</summary>
public sealed class ValueCodec
{
    private readonly int[] _shifts;
    private readonly uint[] _masks;
    private readonly byte[][] _levelOfBits;
    private readonly byte[][] _bitsOfLevel;

    /// <summary>Creates the codec of one shape of value.</summary>
    /// <param name="cells">The cells of one value.</param>
    /// <param name="encoding">The code inside each cell.</param>
    public ValueCodec(CellVector cells, CellEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (Cells, Encoding) = (cells, encoding);
        // Tables, because encoding runs over millions of weights: no branch on the code or the cell in the loop.
        _shifts = [.. cells.Bits.Select((_, cell) => cells.Bits.Skip(cell + 1).Sum())];
        _masks = [.. cells.Bits.Select(static bits => (1u << bits) - 1)];
        _bitsOfLevel = [.. cells.Bits.Select(bits => CellCode.BitsOfLevels(bits, encoding))];
        _levelOfBits = [.. cells.Bits.Select(bits => CellCode.LevelsOfBits(bits, encoding))];
    }

    /// <summary>The cells of one value.</summary>
    public CellVector Cells { get; }

    /// <summary>The code inside each cell.</summary>
    public CellEncoding Encoding { get; }

    /// <summary>The level of one cell of a value.</summary>
    /// <param name="value">The bit pattern; bits above the width are ignored.</param>
    /// <param name="cell">Which cell, 0 the most significant.</param>
    public byte Level(uint value, int cell) => _levelOfBits[cell][(value >> _shifts[cell]) & _masks[cell]];

    /// <summary>The value after one of its cells changes to another level.</summary>
    /// <param name="value">The bit pattern.</param>
    /// <param name="cell">Which cell, 0 the most significant.</param>
    /// <param name="level">The new level, 0 to 2^bits - 1.</param>
    public uint WithLevel(uint value, int cell, byte level) =>
        (value & ~(_masks[cell] << _shifts[cell])) | ((uint)_bitsOfLevel[cell][level] << _shifts[cell]);

    /// <summary>Converts values to levels.</summary>
    /// <param name="values">The bit patterns; bits above the width are ignored.</param>
    /// <param name="levels">Levels of all cells, the cells of one value together; shape [values x cells].</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public void Encode<T>(ReadOnlySpan<T> values, Span<byte> levels)
        where T : unmanaged, IBinaryInteger<T>
    {
        RequireMatch(values.Length, levels.Length);
        int next = 0;
        foreach (T value in values)
        {
            uint bits = uint.CreateTruncating(value);
            for (int cell = 0; cell < _shifts.Length; cell++)
                levels[next++] = Level(bits, cell);
        }
    }

    /// <summary>Converts levels to values.</summary>
    /// <param name="levels">Levels of all cells; shape [values x cells].</param>
    /// <param name="values">The bit patterns, zeros above the width.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="IndexOutOfRangeException">A level is outside the range of its cell.</exception>
    public void Decode<T>(ReadOnlySpan<byte> levels, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        RequireMatch(values.Length, levels.Length);
        int next = 0;
        foreach (ref T value in values)
        {
            uint bits = 0;
            for (int cell = 0; cell < _shifts.Length; cell++)
                bits |= (uint)_bitsOfLevel[cell][levels[next++]] << _shifts[cell];
            value = T.CreateTruncating(bits);
        }
    }

    private void RequireMatch(int values, int levels)
    {
        if (levels != (long)values * _shifts.Length)
            throw new ArgumentException(
                FormattableString.Invariant($"{values} values take {(long)values * _shifts.Length} cells, not {levels}."), nameof(levels));
    }
}
