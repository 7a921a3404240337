using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Memti.Training.Tests.Datasets.Pictures;

/// <summary>Builds PNG files of every colour type and depth, sound or not.</summary>
internal sealed class PngBuilder
{
    private readonly List<byte> _file = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PngBuilder Of(int width, int height, int depth, int colour, bool interlaced = false)
    {
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)depth, (byte)colour, interlaced ? (byte)1 : (byte)0);
        return new PngBuilder().Chunk("IHDR", head);
    }

    public PngBuilder Chunk(string kind, byte[] data, uint checksumFault = 0)
    {
        byte[] body = [.. kind.Select(static letter => (byte)letter), .. data];
        Number((uint)data.Length);
        _file.AddRange(body);
        Number(Crc32.HashToUInt32(body) ^ checksumFault);
        return this;
    }

    /// <summary>Rows with the byte of their filter, deflated.</summary>
    public PngBuilder Rows(params byte[] rows) => Chunk("IDAT", Packed(rows));

    /// <summary>Rows in two chunks, cut at a random place.</summary>
    public PngBuilder Rows(Random random, byte[] rows)
    {
        byte[] packed = Packed(rows);
        int cut = random.Next(packed.Length + 1);
        return Chunk("IDAT", packed[..cut]).Chunk("IDAT", packed[cut..]);
    }

    private static byte[] Packed(byte[] rows)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest))
            zlib.Write(rows);
        return packed.ToArray();
    }

    public byte[] End() => Chunk("IEND", []).Bytes();

    public byte[] Bytes() => _file.ToArray();

    private void Number(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        _file.AddRange(bytes);
    }
}
