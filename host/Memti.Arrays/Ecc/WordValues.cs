using System.Numerics;

namespace Memti.Arrays.Ecc;

/// <summary>Converts values to the data bits of a code word: value after value, each from its least significant bit up.</summary>
public static class WordValues
{
    /// <summary>Packs values into data bits.</summary>
    /// <param name="values">Bit patterns. Bits above the width are ignored; values missing at the end of the word count as zero.</param>
    /// <param name="valueBits">Bits of a value, 1 to 16.</param>
    /// <param name="data">Receives the data bits, packed into bytes from the least significant up.</param>
    public static void Pack<T>(ReadOnlySpan<T> values, int valueBits, Span<byte> data)
        where T : unmanaged, IBinaryInteger<T>
    {
        data.Clear();
        int place = 0;
        foreach (T value in values)
        {
            uint bits = uint.CreateTruncating(value);
            for (int bit = 0; bit < valueBits; bit++, place++)
                data[place >> 3] |= (byte)((bits >> bit & 1) << (place & 7));
        }
    }

    /// <summary>Extracts one value of a word.</summary>
    /// <param name="data">The data bits.</param>
    /// <param name="valueBits">Bits of a value, 1 to 16.</param>
    /// <param name="index">Index of the value, from 0.</param>
    public static uint Unpack(ReadOnlySpan<byte> data, int valueBits, int index)
    {
        uint value = 0;
        int place = index * valueBits;
        for (int bit = 0; bit < valueBits; bit++, place++)
            value |= ((uint)data[place >> 3] >> (place & 7) & 1) << bit;
        return value;
    }
}
