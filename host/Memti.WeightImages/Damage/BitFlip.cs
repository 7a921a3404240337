namespace Memti.WeightImages.Damage;

/// <summary>Locates a flipped bit by the CRC-32 before and after.</summary>
/// <remarks>
/// ISO/IEC 8802-3, 3.2.9; polynomial 0x04C11DB7, here reflected. It is primitive: no two bits of less than 512 MiB have one syndrome.
/// </remarks>
internal static class BitFlip
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The one bit whose flip turns one check value into another.</summary>
    /// <param name="syndrome">Exclusive or of the two check values, not zero.</param>
    /// <param name="bytes">Length of the checked data.</param>
    /// <returns>Byte and bit (0 the least significant); null when no single bit does.</returns>
    public static (long Byte, int Bit)? Locate(uint syndrome, long bytes)
    {
        // A CRC is linear: a flip changes it by the CRC of that bit alone, which each following bit of the data multiplies by x.
        uint ofBit = Polynomial;
        for (long place = 0; place < 8 * bytes; place++, ofBit = TimesX(ofBit))
        {
            if (ofBit == syndrome)
                return (bytes - 1 - (place / 8), 7 - (int)(place % 8));
        }

        return null;
    }

    private static uint TimesX(uint value) => (value >> 1) ^ ((value & 1) * Polynomial);
}
