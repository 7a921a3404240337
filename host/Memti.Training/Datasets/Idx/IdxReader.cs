using System.Buffers.Binary;
using System.IO.Compression;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>
/// Reads an IDX file of unsigned bytes, plain or gzip: two zero bytes, type 8, number of sizes, the sizes as 32-bit big-endian integers,
/// the elements. The first bytes decide whether it is gzip, not the name. Allocates nothing for sizes that the file cannot hold.
/// </summary>
internal static class IdxReader
{
    private const int MostSizes = 4, UnsignedByte = 8;

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/> with file and byte, or
    /// <see cref="DatasetCodes.ImagesMissing"/>.</exception>
    public static IdxArray Read(string file)
    {
        using FileStream stream = DataFile.Open(file);
        return Read(stream, file);
    }

    /// <summary>Reads from the start of a seekable stream.</summary>
    public static IdxArray Read(Stream stream, string file)
    {
        // Magic number of gzip, RFC 1952, 2.3.1.
        bool packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        // Upper bound of the contents: a gzip file cannot expand beyond the ratio of deflate.
        long most = packed ? Math.Min(stream.Length * DatasetLimits.DeflateRatio, DatasetLimits.PackedBytes) : stream.Length;
        using Stream plain = packed ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
        return Read(new CountedStream(plain, file), file, most);
    }

    private static IdxArray Read(CountedStream stream, string file, long most)
    {
        Span<byte> magic = stackalloc byte[4];
        stream.Fill(magic);
        if (magic is not [0, 0, UnsignedByte, >= 1 and <= MostSizes])
            throw stream.Unreadable(
                $"at byte 0 stands {Convert.ToHexStringLower(magic)}, and an IDX file of bytes begins with 000008 and the number of "
                    + $"its sizes, 1 to {MostSizes}");
        int[] sizes = Sizes(stream, magic[3]);
        // Stops multiplying past the limit, so that hostile sizes cannot overflow.
        long length = sizes.Aggregate(1L, static (product, size) => product > DatasetLimits.PartBytes ? product : product * size);
        if (length > DatasetLimits.PartBytes || length + stream.Position > most)
            throw stream.Unreadable(
                $"the sizes {string.Join(" x ", sizes)} are more than "
                    + $"{(length > DatasetLimits.PartBytes ? $"{DatasetLimits.PartBytes} bytes, which are "
                    + "permitted" : "the file can hold")}");
        byte[] values = new byte[length];
        stream.Fill(values);
        stream.End();
        return new IdxArray(file, sizes, values);
    }

    private static int[] Sizes(CountedStream stream, int count)
    {
        Span<byte> bytes = stackalloc byte[4 * MostSizes];
        stream.Fill(bytes[..(4 * count)]);
        int[] sizes = new int[count];
        for (int index = 0; index < count; index++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * index)..]);
            sizes[index] = size <= int.MaxValue
                ? (int)size
                : throw stream.Unreadable($"the size at byte {4 + 4 * index} is {size}; permitted: 0 to {int.MaxValue}");
        }

        return sizes;
    }
}
