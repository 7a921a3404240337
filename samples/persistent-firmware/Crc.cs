namespace PersistentFirmware;

/// <summary>CRC-32 of IEEE 802.3.</summary>
public static class Crc
{
    private const uint Polynomial = 0xEDB8_8320;

    /// <summary>The checksum of words, the lowest byte of each first.</summary>
    public static uint Of(ReadOnlySpan<uint> words)
    {
        uint sum = ~0u;
        foreach (uint word in words)
        {
            sum ^= word;
            for (int bit = 0; bit < 32; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
        }

        return ~sum;
    }
}
