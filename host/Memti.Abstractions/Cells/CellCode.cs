namespace Memti.Abstractions.Cells;

/// <summary>The code inside one cell, as tables.</summary>
public static class CellCode
{
    /// <summary>The bits that each level stands for.</summary>
    /// <param name="bits">Bits per cell, 1 to 8.</param>
    /// <param name="encoding">The code.</param>
    /// <returns>2^bits entries, a permutation of 0 to 2^bits - 1.</returns>
    public static byte[] BitsOfLevels(int bits, CellEncoding encoding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 8);
        return [.. Enumerable.Range(0, 1 << bits).Select(level => (byte)(encoding == CellEncoding.Gray ? level ^ (level >> 1) : level))];
    }

    /// <summary>The level that stands for each bit pattern.</summary>
    /// <param name="bits">Bits per cell, 1 to 8.</param>
    /// <param name="encoding">The code.</param>
    /// <returns>2^bits entries, the inverse of <see cref="BitsOfLevels"/>.</returns>
    public static byte[] LevelsOfBits(int bits, CellEncoding encoding)
    {
        byte[] bitsOfLevels = BitsOfLevels(bits, encoding);
        byte[] levels = new byte[bitsOfLevels.Length];
        for (int level = 0; level < levels.Length; level++)
            levels[bitsOfLevels[level]] = (byte)level;
        return levels;
    }
}
