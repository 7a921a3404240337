using System.Buffers.Binary;
using System.IO.Hashing;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Tests.Datasets.Idx;

namespace Memti.Training.Tests.Datasets.Pictures;

/// <summary>Damaged files of every format give a picture or a finding: no other exception, no hang, no memory. With
/// <c>MEMTI_LONG_TESTS=1</c> a million of each.</summary>
public sealed class PictureFuzzTests
{
    private static readonly byte[][] Pictures =
    [
        JpegFile.Draw(40, 30), JpegFile.Draw(40, 30, progressive: true), JpegFile.Draw(17, 9, samples: 1),
        JpegFile.Draw(17, 9, samples: 4, progressive: true), JpegFile.Draw(40, 30, restart: 2),
        PictureFile.Encode(new Picture(5, 7, new byte[5 * 7 * 3]), ".ppm"), "P2 2 2 255 1 2 3 4"u8.ToArray(),
    ];

    private static int Inputs => Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? 1_000_000 : 1_000;

    [Fact]
    public void Damaged_pictures_give_a_picture_or_a_finding()
    {
        Random random = new(7);
        for (int input = 0; input < Inputs; input++)
            Read(Damaged(random, Pictures[random.Next(Pictures.Length)]));
    }

    // A wrong checksum would hide everything behind it, so it is made right again.
    [Fact]
    public void Damaged_PNG_with_right_checksums_give_a_picture_or_a_finding()
    {
        Random random = new(8);
        for (int input = 0; input < Inputs; input++)
        {
            (int colour, int depth) = PngForms.All[random.Next(PngForms.All.Count)];
            byte[] bytes = PngForms.Draw(random, colour, depth, random.Next(2) == 1, random.Next(2) == 1);
            Change(random, bytes, 8);
            Read(WithChecksums(bytes));
        }
    }

    [Fact]
    public void Damaged_IDX_files_give_an_array_or_a_finding()
    {
        Random random = new(9);
        byte[] plain = IdxWriter.Bytes([3, 4, 5], new byte[60]), packed = IdxWriter.Gzip(plain);
        for (int input = 0; input < Inputs; input++)
        {
            byte[] bytes = Damaged(random, random.Next(2) == 0 ? plain : packed);
            try
            {
                IdxReader.Read(new MemoryStream(bytes), "any.idx").Values.Length.ShouldBeLessThan(1 << 20);
            }
            catch (MemtiException error)
            {
                error.Diagnostic.Code.ShouldBe(DatasetCodes.ImagesUnreadable);
            }
        }
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            PictureReader.Read(bytes, "any").Pixels.Length.ShouldBeGreaterThan(0);
        }
        catch (MemtiException error)
        {
            error.Diagnostic.Code.ShouldBe(DatasetCodes.ImagesUnreadable);
        }
    }

    private static byte[] Damaged(Random random, byte[] sound)
    {
        byte[] bytes = [.. sound];
        Change(random, bytes, 2);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void Change(Random random, byte[] bytes, int from)
    {
        for (int left = random.Next(1, 5); left > 0; left--)
            bytes[random.Next(from, bytes.Length)] = (byte)random.Next(256);
    }

    private static byte[] WithChecksums(byte[] bytes)
    {
        for (int at = 8; at + 12 <= bytes.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
                break;
            int end = at + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(end), Crc32.HashToUInt32(bytes.AsSpan(at + 4, end - at - 4)));
            at = end + 4;
        }

        return bytes;
    }
}
