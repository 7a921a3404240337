using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Writes a picture as PNG with 8-bit red, green and blue, without filters.</summary>
internal static class PngWriter
{
    private const byte BitDepth = 8, TrueColour = 2;

    public static byte[] Write(Picture picture)
    {
        using MemoryStream file = new();
        file.Write(PngSignature.Bytes);
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), picture.Height);
        (head[8], head[9]) = (BitDepth, TrueColour);
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "IDAT"u8, Packed(picture));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(Picture picture)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Optimal))
        {
            int row = 3 * picture.Width;
            for (int line = 0; line < picture.Height; line++)
            {
                // Filter type 0 of the row: none.
                zlib.WriteByte(0);
                zlib.Write(picture.Pixels.Span.Slice(line * row, row));
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        var checksum = new Crc32();
        checksum.Append(kind);
        checksum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
