using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Idx;

namespace Memti.Training.Tests.Datasets.Idx;

/// <summary>IDX files in the names of MNIST and EMNIST.</summary>
public sealed class IdxNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "-idx{0}-ubyte", false)]
    [InlineData("", "-idx{0}-ubyte.gz", true)]
    [InlineData("", ".idx{0}-ubyte", false)]
    [InlineData("", ".idx{0}-ubyte.gz", true)]
    [InlineData("raw/", "-idx{0}-ubyte", false)]
    [InlineData("MNIST/raw/", "-idx{0}-ubyte", false)]
    public void MNIST_is_read_in_each_of_its_names(string folder, string ending, bool packed)
    {
        foreach (string part in new[] { "train", "t10k" })
            Write(folder + part, ending, packed, 40, 0, 10);

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Classes, set.Test.Count, set.Test.Height).ShouldBe((10, 40, 32));
    }

    [Theory]
    [InlineData("", "/emnist-letters")]
    [InlineData("", "")]
    [InlineData("gzip/", "")]
    public void Letters_count_from_one_and_are_stored_transposed(string folder, string source)
    {
        foreach (string part in new[] { "train", "test" })
            Write($"{folder}emnist-letters-{part}", "-idx{0}-ubyte.gz", true, 52, 1, 26);

        Dataset set = DatasetSource.Read(_folder.Root + source);

        (set.Name, set.Classes, set.Origin.ClassNames[0], set.Test.Labels.Span[1]).ShouldBe(("emnist-letters", 26, "A", 1));
        // The first row of the file is the first column of the picture, two pixels from the edges.
        (Pixel(set, 2, 2), Pixel(set, 3, 2), Pixel(set, 2, 3)).ShouldBe(((byte)0, (byte)1, (byte)28));
    }

    [Fact]
    public void Another_set_can_be_transposed()
    {
        foreach (string part in new[] { "train", "t10k" })
            Write(part, "-idx{0}-ubyte", false, 20, 0, 10);

        Pixel(DatasetSource.Read(_folder.Root + "?transpose=true"), 3, 2).ShouldBe((byte)1);
        Pixel(DatasetSource.Read(_folder.Root), 3, 2).ShouldBe((byte)28);
    }

    [Fact]
    public void One_of_several_splits_must_be_named()
    {
        foreach (string part in new[] { "emnist-digits-train", "emnist-digits-test", "emnist-letters-train", "emnist-letters-test" })
            Write(part, "-idx{0}-ubyte", false, 30, 1, 9);

        Diagnostic finding = Findings.Of(_folder.Root);

        finding.Code.ShouldBe(DatasetCodes.ImagesMissing);
        finding.Permitted!.ShouldContain("emnist-letters");
    }

    [Fact]
    public void A_letter_zero_is_no_label()
    {
        foreach (string part in new[] { "train", "test" })
            Write($"emnist-letters-{part}", "-idx{0}-ubyte", false, 30, 0, 9);

        Findings.Of(_folder.Root).Code.ShouldBe(DatasetCodes.LabelOutOfRange);
    }

    [Fact]
    public void A_packed_file_is_bounded() =>
        Findings.Of(() => IdxReader.Read(new MemoryStream(IdxWriter.Gzip(IdxWriter.Bytes([900_000_000], new byte[1 << 20]))), "any.gz"))
            .Code.ShouldBe(DatasetCodes.ImagesUnreadable);

    public void Dispose() => _folder.Dispose();

    private static byte Pixel(Dataset set, int row, int column) => set.Test.Image(0)[(row * set.Test.Width + column) * 3];

    private void Write(string part, string ending, bool packed, int count, int first, int classes)
    {
        byte[] pixels = [.. Enumerable.Range(0, count * 28 * 28).Select(static at => (byte)(at % 784))];
        byte[] labels = [.. Enumerable.Range(0, count).Select(index => (byte)(first + index % classes))];
        byte[] Packed(byte[] bytes) => packed ? IdxWriter.Gzip(bytes) : bytes;
        _folder.Write($"{part}-images{string.Format(null, ending, 3)}", Packed(IdxWriter.Bytes([count, 28, 28], pixels)));
        _folder.Write($"{part}-labels{string.Format(null, ending, 1)}", Packed(IdxWriter.Bytes([count], labels)));
    }
}
