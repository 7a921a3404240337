using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Memti.Runs.Jobs;

/// <summary>
/// A block of a store: some jobs with their results, compressed together, behind a head of 20 bytes: mark, bytes stored, bytes without
/// compression, XXH3 of what is stored.
/// </summary>
internal static class JobBlock
{
    public const int HeadSize = 20;

    /// <summary>Most bytes of a block without compression: far more than one is filled with.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const uint Mark = 0x314b4c42; // BLK1

    /// <summary>Head and compressed jobs.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> jobs)
    {
        using var packed = new MemoryStream();
        packed.Write(stackalloc byte[HeadSize]);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(jobs);
        byte[] block = packed.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(block, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), block.Length - HeadSize);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), jobs.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(12), XxHash3.HashToUInt64(block.AsSpan(HeadSize)));
        return block;
    }

    /// <summary>The sizes of a head; false when it is none.</summary>
    public static bool TryReadHead(ReadOnlySpan<byte> head, out int stored, out int size)
    {
        stored = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        size = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(head) == Mark && stored is > 0 and <= MostBytes && size is > 0 and <= MostBytes;
    }

    /// <summary>The jobs of a block; null when its bytes are not what was written.</summary>
    public static byte[]? Unpack(ReadOnlySpan<byte> head, byte[] stored, int size)
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(head[12..]) != XxHash3.HashToUInt64(stored))
            return null;
        byte[] jobs = new byte[size];
        using var deflate = new DeflateStream(new MemoryStream(stored), CompressionMode.Decompress);
        // The size is not under the checksum: a wrong one shows here.
        bool isWhole = deflate.ReadAtLeast(jobs, size, throwOnEndOfStream: false) == size && deflate.ReadByte() < 0;
        return isWhole ? jobs : null;
    }
}
