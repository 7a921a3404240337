namespace Memti.Training.Datasets.Pictures;

/// <summary>CRC-32 of a chunk (PNG specification, annex D).</summary>
internal static class PngChecksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static index => Entry((uint)index))];

    public static uint Of(params ReadOnlySpan<byte> bytes) => ~Over(uint.MaxValue, bytes);

    /// <summary>Goes on with a checksum that <see cref="uint.MaxValue"/> begins and whose complement is the result.</summary>
    public static uint Over(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            checksum = Table[(checksum ^ value) & 255] ^ (checksum >> 8);
        return checksum;
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
