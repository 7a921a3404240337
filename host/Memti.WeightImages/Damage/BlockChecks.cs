using System.Globalization;
using System.IO.Hashing;

namespace Memti.WeightImages.Damage;

/// <summary>CRC-32 of each block of a file, to locate damage.</summary>
internal static class BlockChecks
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = 1024;

    // Eight digits per 1024 bytes add less than 1 % of the images to the manifest.
    private const int Digits = 8;

    /// <summary>Check values of all blocks, eight hexadecimal digits each. The last block may be shorter.</summary>
    public static string Of(ReadOnlySpan<byte> file)
    {
        var text = new System.Text.StringBuilder();
        for (int start = 0; start < file.Length; start += BlockBytes)
            text.Append(Crc32.HashToUInt32(Block(file, start)).ToString("x8", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>Start offsets of the blocks with another check value than stated.</summary>
    public static IReadOnlyList<int> Damaged(ReadOnlySpan<byte> file, string stated)
    {
        List<int> damaged = [];
        for (int start = 0; start < file.Length; start += BlockBytes)
        {
            if (Crc32.HashToUInt32(Block(file, start)) != Stated(stated, start))
                damaged.Add(start);
        }

        return damaged;
    }

    /// <summary>The bit of a damaged block whose flip alone explains its check value; null when there is none.</summary>
    public static (long Byte, int Bit)? FlippedBit(ReadOnlySpan<byte> file, int start, string stated)
    {
        ReadOnlySpan<byte> block = Block(file, start);
        return Stated(stated, start) is { } value && BitFlip.Locate(value ^ Crc32.HashToUInt32(block), block.Length) is var (place, bit)
            ? (start + place, bit)
            : null;
    }

    private static ReadOnlySpan<byte> Block(ReadOnlySpan<byte> file, int start) =>
        file.Slice(start, Math.Min(BlockBytes, file.Length - start));

    private static uint? Stated(string stated, int start)
    {
        int place = start / BlockBytes * Digits;
        return place + Digits <= stated.Length
            && uint.TryParse(stated.AsSpan(place, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
                ? value
                : null;
    }
}
