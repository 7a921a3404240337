namespace Memti.WeightImages.Damage;

/// <summary>CRC-32 as in Ethernet and ZIP, and what it says about a flipped bit.</summary>
/// <remarks>ISO/IEC 8802-3, 3.2.9; polynomial 0x04C11DB7, here reflected. It is primitive: no two bits of less than 512 MiB have one syndrome.</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static value => Steps((uint)value, 8))];

    /// <summary>The check value of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>The one bit whose flip turns one check value into another.</summary>
    /// <param name="syndrome">Exclusive or of the two check values, not zero.</param>
    /// <param name="bytes">Length of what was checked.</param>
    /// <returns>Byte and bit (0 the least significant); null when no single bit does.</returns>
    public static (long Byte, int Bit)? FlippedBit(uint syndrome, long bytes)
    {
        uint ofBit = Polynomial;
        for (long place = 0; place < 8 * bytes; place++, ofBit = Steps(ofBit, 1))
        {
            if (ofBit == syndrome)
                return (bytes - 1 - (place / 8), 7 - (int)(place % 8));
        }

        return null;
    }

    private static uint Steps(uint value, int count)
    {
        for (int step = 0; step < count; step++)
            value = (value >> 1) ^ ((value & 1) * Polynomial);
        return value;
    }
}
