using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class PngTests
{
    [Fact]
    public void What_is_written_is_read() => Prop.ForAll<byte[], PositiveInt>(static (bytes, size) =>
    {
        int width = size.Get % 9 + 1, height = bytes.Length / (3 * width);
        Picture picture = new(height, width, bytes.AsMemory(0, 3 * width * height));
        return height == 0 || Read(PictureFile.Encode(picture, ".png")).SequenceEqual(picture.Pixels.ToArray());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_bit_of_grey_is_black_or_white() =>
        Read(PngBuilder.Of(3, 1, 1, 0).Rows(0, 0b1010_0000).End()).ShouldBe([255, 255, 255, 0, 0, 0, 255, 255, 255]);

    [Fact]
    public void Two_bits_of_grey_have_four_levels() =>
        Read(PngBuilder.Of(4, 1, 2, 0).Rows(0, 0b0001_1011).End()).Where(static (_, index) => index % 3 == 0).ShouldBe([0, 85, 170, 255]);

    [Fact]
    public void Sixteen_bits_are_rounded_to_eight() =>
        Read(PngBuilder.Of(1, 1, 16, 2).Rows(0, 0xFF, 0xFF, 0x80, 0x80, 0x00, 0x81).End()).ShouldBe([255, 128, 1]);

    [Fact]
    public void Alpha_is_composed_over_black()
    {
        Read(PngBuilder.Of(1, 1, 8, 6).Rows(0, 200, 100, 50, 51).End()).ShouldBe([40, 20, 10]);
        Read(PngBuilder.Of(1, 1, 8, 4).Rows(0, 200, 51).End()).ShouldBe([40, 40, 40]);
    }

    [Fact]
    public void A_palette_has_colours_of_which_some_are_transparent() =>
        Read(PngBuilder.Of(3, 1, 4, 3).Chunk("PLTE", [10, 20, 30, 40, 50, 60]).Chunk("tRNS", [255, 0]).Rows(0, 0x01, 0x00).End())
            .ShouldBe([10, 20, 30, 0, 0, 0, 10, 20, 30]);

    [Fact]
    public void A_colour_that_tRNS_names_is_black() =>
        Read(PngBuilder.Of(2, 1, 8, 2).Chunk("tRNS", [0, 9, 0, 8, 0, 7]).Rows(0, 9, 8, 7, 9, 8, 8).End()).ShouldBe([0, 0, 0, 9, 8, 8]);

    [Fact]
    public void Every_filter_is_undone()
    {
        byte[] rows = [0, 10, 20, 1, 10, 10, 2, 0, 1, 3, 5, 6, 4, 1, 2];

        Read(PngBuilder.Of(2, 5, 8, 0).Rows(rows).End()).Where(static (_, index) => index % 3 == 0)
            .ShouldBe([10, 20, 10, 20, 10, 21, 10, 21, 11, 23]);
    }

    [Fact]
    public void Seven_passes_give_the_picture_that_one_pass_gives()
    {
        byte[] pixels = [.. Enumerable.Range(0, 25).Select(static index => (byte)(index * 9))];
        int[][] passes = [[0], [4], [20, 24], [2, 22], [10, 12, 14], [1, 3, 11, 13, 21, 23], [5, 6, 7, 8, 9, 15, 16, 17, 18, 19]];
        int[] widths = [1, 1, 2, 1, 3, 2, 5];
        byte[] rows =
            [.. passes.SelectMany(
                (pass, number) => pass.Chunk(widths[number]).SelectMany(row => row.Select(index => pixels[index]).Prepend((byte)0)))];

        Read(PngBuilder.Of(5, 5, 8, 0, interlaced: true).Rows(rows).End()).Where(static (_, index) => index % 3 == 0).ShouldBe(pixels);
    }

    // What libpng and its users do: an entry that a palette lacks is black, and a tRNS that means nothing is left out.
    [Fact]
    public void An_entry_that_the_palette_lacks_is_black() =>
        Read(PngBuilder.Of(2, 1, 8, 3).Chunk("PLTE", [1, 2, 3]).Rows(0, 1, 0).End()).ShouldBe([0, 0, 0, 1, 2, 3]);

    [Fact]
    public void A_tRNS_that_means_nothing_is_left_out()
    {
        Read(PngBuilder.Of(1, 1, 8, 0).Chunk("tRNS", [1]).Rows(0, 9).End()).ShouldBe([9, 9, 9]);
        Read(PngBuilder.Of(1, 1, 8, 0).Chunk("tRNS", [1, 9]).Rows(0, 9).End()).ShouldBe([9, 9, 9]);
        Read(PngBuilder.Of(1, 1, 8, 6).Chunk("tRNS", [0, 9, 0, 9, 0, 9]).Rows(0, 9, 9, 9, 255).End()).ShouldBe([9, 9, 9]);
        Read(PngBuilder.Of(1, 1, 8, 3).Chunk("PLTE", [1, 2, 3]).Chunk("tRNS", [255, 0]).Rows(0, 0).End()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Data_may_be_in_any_number_of_chunks_even_empty_ones() =>
        Read(PngBuilder.Of(1, 1, 8, 0).Chunk("IDAT", []).Rows(0, 7).Chunk("IDAT", []).End()).ShouldBe([7, 7, 7]);

    /// <summary>The hash is that of the reader of version 0.1, which was written by hand: results with PNG pictures keep their bits.</summary>
    [Fact]
    public void Every_form_has_the_pixels_that_it_always_had()
    {
        Random random = new(1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int round = 0; round < 5; round++)
            foreach ((int colour, int depth) in PngForms.All)
                for (int form = 0; form < 4; form++)
                {
                    Picture picture = PictureReader.Read(PngForms.Draw(random, colour, depth, form >= 2, form % 2 == 1), "any.png");
                    hash.AppendData([(byte)picture.Height, (byte)picture.Width, .. picture.Pixels.Span]);
                }

        Convert.ToHexString(hash.GetHashAndReset()).ShouldBe("1D87141DA670BEC33A03B24CDE16166EB7D5F48E709FDC0AE4CD3B6FD6A0CD1D");
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "cut", PngBuilder.Of(1, 1, 8, 0).Rows(0, 1).Bytes() },
        { "signature", [0x89, (byte)'P', 0, 0] },
        { "checksum", PngBuilder.Of(1, 1, 8, 0).Chunk("tEXt", [1], checksumFault: 1).Rows(0, 1).End() },
        { "depth", PngBuilder.Of(1, 1, 3, 0).Rows(0, 1).End() },
        { "no size", PngBuilder.Of(0, 1, 8, 0).Rows(0).End() },
        { "too many pixels", PngBuilder.Of(1 << 20, 1 << 20, 8, 0).Rows(0, 1).End() },
        { "more pixels than data", PngBuilder.Of(8000, 8000, 8, 0).Rows(0, 1).End() },
        { "fewer rows", PngBuilder.Of(1, 2, 8, 0).Rows(0, 1).End() },
        { "more rows", PngBuilder.Of(1, 1, 8, 0).Rows(0, 1, 0, 2).End() },
        { "filter", PngBuilder.Of(1, 1, 8, 0).Rows(5, 1).End() },
        { "no palette", PngBuilder.Of(1, 1, 8, 3).Rows(0, 1).End() },
        { "a palette of half an entry", PngBuilder.Of(1, 1, 8, 3).Chunk("PLTE", [1, 2]).Rows(0, 0).End() },
        { "more data than pixels", PngBuilder.Of(1, 1, 8, 0).Rows(new byte[1 << 20]).End() },
        { "more interlaced data than pixels", PngBuilder.Of(1, 1, 8, 0, interlaced: true).Rows(new byte[1 << 20]).End() },
        { "wide pixels beyond memory", PngBuilder.Of(8000, 8000, 16, 6).Rows(0, 1).End() },
        { "unknown chunk", PngBuilder.Of(1, 1, 8, 0).Chunk("ABCD", []).Rows(0, 1).End() },
        { "two heads", PngBuilder.Of(1, 1, 8, 0).Chunk("IHDR", new byte[13]).End() },
        { "no head", new PngBuilder().Rows(0, 1).End() },
        { "no data", PngBuilder.Of(1, 1, 8, 0).End() },
        { "data that are not deflated", PngBuilder.Of(1, 1, 8, 0).Chunk("IDAT", [1, 2, 3, 4, 5, 6, 7]).End() },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_PNG_is_a_finding(string what, byte[] bytes)
    {
        Diagnostic finding = Findings.Of(() => Read(bytes));

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, "any.png"), what);
    }

    [Fact]
    public void No_damage_gives_anything_but_a_picture_or_a_finding() => Prop.ForAll<int, byte>(static (at, value) =>
    {
        byte[] bytes = PngBuilder.Of(5, 3, 8, 2).Rows(new byte[3 * 16]).End();
        bytes[(int)((uint)at % bytes.Length)] = value;
        try
        {
            return Read(bytes).Length == 45;
        }
        catch (MemtiException error)
        {
            return error.Diagnostic.Code == DatasetCodes.ImagesUnreadable;
        }
    }).QuickCheckThrowOnFailure();

    private static byte[] Read(byte[] bytes) => PictureReader.Read(bytes, "any.png").Pixels.ToArray();
}
