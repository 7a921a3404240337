using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;
using StbImageSharp;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class JpegTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 33)]
    [InlineData(40, 30)]
    public void Pixels_are_near_those_that_were_drawn(int width, int height)
    {
        Picture picture = Read(JpegFile.Draw(width, height));

        (picture.Height, picture.Width).ShouldBe((height, width));
        for (int row = 0; row < height; row++)
            Distance(picture.Pixels.Span.Slice(row * width * 3, width * 3), JpegFile.Row(width, row, 3)).ShouldBeLessThan(4);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Two_libraries_agree_with_and_without_subsampled_colour(int across, int down)
    {
        byte[] file = JpegFile.Draw(45, 37, across: across, down: down);

        Distance(Read(file).Pixels.Span, ImageResult.FromMemory(file, ColorComponents.RedGreenBlue).Data).ShouldBeLessThan(2);
    }

    [Fact]
    public void A_progressive_file_has_the_pixels_of_a_baseline_one() =>
        Read(JpegFile.Draw(40, 30, progressive: true)).Pixels.ToArray().ShouldBe(Read(JpegFile.Draw(40, 30)).Pixels.ToArray());

    [Fact]
    public void Restart_markers_change_nothing() =>
        Read(JpegFile.Draw(40, 30, restart: 1)).Pixels.ToArray().ShouldBe(Read(JpegFile.Draw(40, 30)).Pixels.ToArray());

    [Fact]
    public void Grey_becomes_three_equal_channels()
    {
        byte[] pixels = Read(JpegFile.Draw(9, 9, samples: 1)).Pixels.ToArray();

        pixels.ShouldBe([.. pixels.Chunk(3).SelectMany(static pixel => Enumerable.Repeat(pixel[0], 3))]);
    }

    [Fact]
    public void Inks_become_red_green_and_blue()
    {
        byte[] inks = JpegFile.Row(9, 0, 4);
        byte[] colours = [.. Enumerable.Range(0, 27).Select(at => (byte)(inks[at / 3 * 4 + at % 3] * inks[at / 3 * 4 + 3] / 255))];

        Distance(Read(JpegFile.Draw(9, 9, samples: 4)).Pixels.Span[..27], colours).ShouldBeLessThan(4);
    }

    /// <summary>Training depends on every bit of its pictures.</summary>
    [Fact]
    public void Every_machine_has_the_same_pixels() =>
        Convert.ToHexString(SHA256.HashData(Read(JpegFile.Draw(61, 47, progressive: true)).Pixels.Span)).ShouldBe("0868C7BF1BE36F6A575F326A1D45AD20DCBF93027334CCC1D585D8BB250BE23C");

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "begin alone", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "half of the pixels", JpegFile.Draw(64, 64)[..^400] },
        { "no end", JpegFile.Draw(64, 64)[..^2] },
        { "no scan", JpegFile.Draw(64, 64)[..200] },
        { "more pixels than data", Resized(JpegFile.Draw(8, 8), 8000) },
        { "too many pixels", Resized(JpegFile.Draw(8, 8), 65000) },
        { "no pixels", Resized(JpegFile.Draw(8, 8), 0) },
        { "one scan again and again", Repeated(JpegFile.Draw(8, 8, progressive: true), 200) },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_whole_JPEG_is_a_finding(string what, byte[] bytes)
    {
        Diagnostic finding = Findings.Of(() => Read(bytes));

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, "any.jpg"), what);
    }

    private static Picture Read(byte[] bytes) => PictureReader.Read(bytes, "any.jpg");

    private static double Distance(ReadOnlySpan<byte> pixels, byte[] drawn)
    {
        double sum = 0;
        for (int at = 0; at < drawn.Length; at++)
            sum += Math.Abs(pixels[at] - drawn[at]);
        return sum / drawn.Length;
    }

    /// <summary>Another height and width in the frame header, SOF0.</summary>
    private static byte[] Resized(byte[] file, int size)
    {
        int frame = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (file[frame + 5], file[frame + 6]) = ((byte)(size >> 8), (byte)size);
        (file[frame + 7], file[frame + 8]) = ((byte)(size >> 8), (byte)size);
        return file;
    }

    /// <summary>The last scan many times.</summary>
    private static byte[] Repeated(byte[] file, int times)
    {
        int scan = file.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        return [.. file[..scan], .. Enumerable.Repeat(file[scan..^2], times).SelectMany(static bytes => bytes), .. file[^2..]];
    }
}
