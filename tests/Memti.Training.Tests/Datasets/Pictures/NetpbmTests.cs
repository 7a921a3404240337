using System.Text;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class NetpbmTests
{
    [Theory]
    [InlineData("P2 # grey\n2 1\n# and more\n15\n0 15\n", new byte[] { 0, 0, 0, 255, 255, 255 })]
    [InlineData("P3\n1 2 255\n1 2 3\n4 5 6", new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("P5\n2 1\n255\nAB", new byte[] { 65, 65, 65, 66, 66, 66 })]
    [InlineData("P6\n1 1\n255\nABC", new byte[] { 65, 66, 67 })]
    [InlineData("P5 1 1 65535 AB", new byte[] { 65, 65, 65 })]
    public void Each_form_is_read(string text, byte[] pixels) => Read(text).Pixels.ToArray().ShouldBe(pixels);

    [Theory]
    [InlineData("P1 1 1 0")]
    [InlineData("P4 1 1 0")]
    [InlineData("P5 x 1 255 A")]
    [InlineData("P5 0 1 255 A")]
    [InlineData("P5 99999999999 1 255 A")]
    [InlineData("P5 100000 100000 255 A")]
    [InlineData("P5 1 1 0 A")]
    [InlineData("P5 1 1 65536 AB")]
    [InlineData("P5 2 1 255 A")]
    [InlineData("P5 1 1")]
    [InlineData("P2 2 1 255 1")]
    [InlineData("P2 1 1 15 16")]
    [InlineData("P2 1 1 15 -1")]
    [InlineData("P6 8000 8000 255 A")]
    [InlineData("P")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void What_is_no_portable_map_is_a_finding(string text) =>
        Findings.Of(() => Read(text)).Code.ShouldBe(DatasetCodes.ImagesUnreadable);

    [Fact]
    public void What_is_written_is_read()
    {
        Picture picture = new(1, 2, new byte[] { 1, 2, 3, 4, 5, 6 });

        PictureReader.Read(PictureFile.Encode(picture, ".ppm"), "any.ppm").Pixels.ToArray().ShouldBe(picture.Pixels.ToArray());
    }

    private static Picture Read(string text) => PictureReader.Read(Encoding.ASCII.GetBytes(text), "any.ppm");
}
