using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Memti.WeightImages.Formats;

/// <summary>MD5 checksums of regions that blocks of a UF2 file state (flag 0x4000), by which a programmer passes over what is there.
/// </summary>
internal sealed class Uf2Checksums
{
    /// <summary>Start, length and MD5 at the end of the data of a block.</summary>
    private const int Bytes = 24;

    /// <summary>Bytes that are hashed at most, as a multiple of the bytes of the file: regions may be stated again and again.</summary>
    private const long MostPasses = 4;

    private readonly Dictionary<(uint Address, uint Length, UInt128 Md5), int> _stated = [];

    /// <summary>Notes the checksum of a block.</summary>
    /// <param name="data">All 476 bytes of data.</param>
    /// <param name="number">Index of the block.</param>
    public void Take(ReadOnlySpan<byte> data, int number)
    {
        ReadOnlySpan<byte> stated = data[^Bytes..];
        _stated.TryAdd(
            (
                BinaryPrimitives.ReadUInt32LittleEndian(stated),
                BinaryPrimitives.ReadUInt32LittleEndian(stated[4..]),
                BinaryPrimitives.ReadUInt128BigEndian(stated[8..])),
            number);
    }

    /// <summary>The first block whose region is in the file with other bytes; null when there is none.</summary>
    public int? Wrong(IReadOnlyList<FlatRange> ranges)
    {
        long room = MostPasses * ranges.Sum(static range => (long)range.Bytes.Length);
        foreach (((uint address, uint length, UInt128 md5), int number) in _stated)
        {
            // A region of which the file holds a part only, or nothing, cannot be checked.
            if (length == 0 || Containing(ranges, address, length) is not { } range || (room -= length) < 0)
                continue;
            ReadOnlySpan<byte> region = range.Bytes.Span.Slice((int)(address - range.Address), (int)length);
            if (Md5(region) != md5)
                return number;
        }

        return null;
    }

    private static FlatRange? Containing(IReadOnlyList<FlatRange> ranges, uint address, uint length)
    {
        // The last range that begins at the address or before it.
        int low = 0;
        int high = ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ranges[middle].Address <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && ranges[low - 1].Last >= (ulong)address + length - 1 ? ranges[low - 1] : null;
    }

    private static UInt128 Md5(ReadOnlySpan<byte> region)
    {
#pragma warning disable CA5351 // The format states MD5, and it protects from accidents alone.
        return BinaryPrimitives.ReadUInt128BigEndian(MD5.HashData(region));
#pragma warning restore CA5351
    }
}
