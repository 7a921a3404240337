using System.Buffers.Binary;
using System.IO.Compression;

namespace Memti.Training.Tests.Datasets.Idx;

/// <summary>Writes IDX files for tests.</summary>
internal static class IdxWriter
{
    public static byte[] Bytes(int[] sizes, byte[] values)
    {
        byte[] bytes = new byte[4 + 4 * sizes.Length + values.Length];
        (bytes[2], bytes[3]) = (8, (byte)sizes.Length);
        for (int index = 0; index < sizes.Length; index++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * index), (uint)sizes[index]);
        values.CopyTo(bytes, 4 + 4 * sizes.Length);
        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Values(int count, int seed = 0) => [.. Enumerable.Range(0, count).Select(index => (byte)(index * 7 + seed))];

    /// <summary>A small sound set <c>set</c>: 2 classes, 4x4 pixels, 20 images to train and 6 to test.</summary>
    public static string SoundSet(TemporaryFolder folder)
    {
        WritePart(folder, "train", 20);
        WritePart(folder, "test", 6);
        return Path.Combine(folder.Root, "set");
    }

    private static void WritePart(TemporaryFolder folder, string part, int count)
    {
        folder.Write($"set-{part}-images.idx.gz", Gzip(Bytes([count, 4, 4, 3], Values(count * 48, count))));
        folder.Write($"set-{part}-labels.idx", Bytes([count], [.. Enumerable.Range(0, count).Select(static index => (byte)(index % 2))]));
    }
}
