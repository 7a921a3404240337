using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Idx;

namespace Memti.Training.Tests.Datasets.Idx;

public sealed class IdxFindingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix;

    public IdxFindingTests() => _prefix = IdxWriter.SoundSet(_folder);

    public static TheoryData<string, byte[]> UnreadableImages => new()
    {
        { "another magic", [0, 0, 9, 4, .. new byte[12]] },
        { "no sizes", [0, 0, 8, 0] },
        { "a cut head", [0, 0, 8, 4, 0, 0] },
        { "a size of 32 bits", [0, 0, 8, 1, 255, 255, 255, 255] },
        { "sizes beyond memory", [0, 0, 8, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0] },
        { "sizes beyond the file", IdxWriter.Bytes([20, 4, 4, 3], new byte[900]) },
        { "sizes beyond what gzip can hold", IdxWriter.Gzip(IdxWriter.Bytes([1_000_000, 4, 4, 3], new byte[900])) },
        { "two channels", IdxWriter.Bytes([20, 4, 6, 2], new byte[960]) },
        { "no pixels", IdxWriter.Bytes([20, 0, 4, 3], []) },
        { "cut gzip", IdxWriter.Gzip(IdxWriter.Bytes([20, 4, 4, 3], IdxWriter.Values(960)))[..^100] },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(UnreadableImages))]
    public void Images_that_cannot_be_read_are_a_finding_with_their_file(string what, byte[] bytes)
    {
        string file = _folder.Write("set-train-images.idx.gz", bytes);

        Diagnostic finding = Findings.Of(_prefix);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, file), what);
    }

    [Fact]
    public void A_damaged_gzip_is_a_finding_with_the_byte()
    {
        byte[] bytes = IdxWriter.Gzip(IdxWriter.Bytes([20, 4, 4, 3], IdxWriter.Values(960)));
        bytes[^6] ^= 0xFF; // the checksum of RFC 1952
        _folder.Write("set-train-images.idx.gz", bytes);

        Diagnostic finding = Findings.Of(_prefix);

        finding.Code.ShouldBe(DatasetCodes.ImagesUnreadable);
        finding.Message.ShouldContain("after byte ");
    }

    [Fact]
    public void A_file_of_the_set_that_is_missing_is_named()
    {
        File.Delete(_prefix + "-test-labels.idx");

        Diagnostic finding = Findings.Of(_prefix);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesMissing, _prefix + "-test-labels.idx.gz"));
    }

    [Fact]
    public void A_label_that_is_no_class_is_named_with_its_byte()
    {
        string file = _folder.Write("set-test-labels.idx", IdxWriter.Bytes([6], [0, 1, 0, 7, 0, 1]));

        Diagnostic finding = Findings.Of(_prefix);

        (finding.Code, finding.File, finding.Value, finding.Permitted).ShouldBe((DatasetCodes.LabelOutOfRange, file, "7", "0 to 1"));
        finding.Message.ShouldContain("byte 11");
    }

    [Theory]
    [InlineData("set-train-labels.idx", new[] { 19 })]
    [InlineData("set-train-labels.idx", new[] { 20 }, true)]
    [InlineData("set-test-images.idx.gz", new[] { 6, 4, 6, 3 })]
    [InlineData("set-train-images.idx.gz", new[] { 20, 2, 8, 3 })]
    public void Sets_that_do_not_fit_are_a_finding(string file, int[] sizes, bool oneClass = false)
    {
        int length = sizes.Aggregate(static (product, size) => product * size);
        _folder.Write(
            file,
            IdxWriter.Bytes(
                sizes, oneClass ? new byte[length] : [.. Enumerable.Range(0, length).Select(static index => (byte)(index % 2))]));

        Findings.Of(_prefix).Code.ShouldBe(DiagnosticCode.ImagesDoNotFit);
    }

    [Fact]
    public void Rows_and_columns_that_are_mirrored_are_said_to_be()
    {
        _folder.Write("set-train-images.idx.gz", IdxWriter.Bytes([20, 2, 8, 3], new byte[960]));
        _folder.Write("set-test-images.idx.gz", IdxWriter.Bytes([6, 8, 2, 3], new byte[288]));

        Findings.Of(_prefix).Message.ShouldContain("mirrored");
    }

    [Fact]
    public void Fashion_MNIST_that_is_not_installed_says_how_to_get_it() =>
        Findings.Of(() => FashionMnist.Read(_folder.Root)).ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(DatasetCodes.ImagesMissing),
            static finding => finding.Message.ShouldContain("apt-get install dataset-fashion-mnist"));

    public void Dispose() => _folder.Dispose();
}
