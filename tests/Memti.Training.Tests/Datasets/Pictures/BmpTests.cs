using System.Buffers.Binary;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class BmpTests
{
    [Fact]
    public void Rows_are_from_bottom_to_top() => Read(Bmp(1, 2, 24, [3, 2, 1, 0, 6, 5, 4, 0])).ShouldBe([4, 5, 6, 1, 2, 3]);

    [Fact]
    public void A_negative_height_means_from_top_to_bottom() =>
        Read(Bmp(1, -2, 24, [3, 2, 1, 0, 6, 5, 4, 0])).ShouldBe([1, 2, 3, 4, 5, 6]);

    [Fact]
    public void A_fourth_byte_that_is_zero_everywhere_is_no_alpha() => Read(Bmp(1, 1, 32, [3, 2, 1, 0])).ShouldBe([1, 2, 3]);

    [Fact]
    public void A_palette_has_blue_first() =>
        Read(Bmp(2, 1, 8, [1, 0, 0, 0], [3, 2, 1, 0, 6, 5, 4, 0])).ShouldBe([4, 5, 6, 1, 2, 3]);

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "begin alone", "BM"u8.ToArray() },
        { "cut", Bmp(1, 2, 24, [3, 2, 1, 0]) },
        { "no pixels", Bmp(0, 1, 24, []) },
        { "too many pixels", Bmp(1 << 20, 1 << 20, 24, [1, 2, 3]) },
        { "a height without a positive", Bmp(1, int.MinValue, 24, [1, 2, 3, 4]) },
        { "packed", Bmp(1, 1, 8, [1, 2, 3, 4], [0, 0, 0, 0], compression: 1) },
        { "three bits", Bmp(1, 1, 3, [1, 2, 3, 4]) },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_BMP_is_a_finding(string what, byte[] bytes) =>
        Findings.Of(() => Read(bytes)).Code.ShouldBe(DatasetCodes.ImagesUnreadable, what);

    private static byte[] Read(byte[] bytes) => PictureReader.Read(bytes, "any.bmp").Pixels.ToArray();

    private static byte[] Bmp(int width, int height, short bits, byte[] rows, byte[]? palette = null, int compression = 0)
    {
        byte[] head = new byte[54];
        (head[0], head[1], head[14], head[26]) = ((byte)'B', (byte)'M', 40, 1);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(10), 54 + (palette?.Length ?? 0));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(28), bits);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(30), compression);
        return [.. head, .. palette ?? [], .. rows];
    }
}
