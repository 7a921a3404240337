namespace Memti.Abstractions.Cells;

/// <summary>The code of the bits in one cell, as tables.</summary>
public static class CellCode
{
    /// <summary>The bit pattern of each level.</summary>
    /// <param name="bits">Bits per cell, 1 to 8.</param>
    /// <param name="encoding">The code.</param>
    /// <returns>2^bits entries, a permutation of 0 to 2^bits - 1.</returns>
    public static byte[] BitsOfLevels(int bits, CellEncoding encoding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 8);
        // Reflected binary code (F. Gray, US patent 2632058, 1953): n XOR n/2. A misread by one level then flips one bit only.
        return [.. Enumerable.Range(0, 1 << bits).Select(level => (byte)(encoding == CellEncoding.Gray ? level ^ (level >> 1) : level))];
    }

    /// <summary>The level of each bit pattern.</summary>
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
