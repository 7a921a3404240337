using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;

namespace Memti.Training.Tests.Datasets.Cifar;

public sealed class CifarTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Planes_of_ten_classes_become_pixels()
    {
        WriteTen();
        _folder.Write("batches.meta.txt", "airplane\nautomobile\n");

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0");

        (set.Train.Count, set.Test.Count, set.Classes, set.MayMirror).ShouldBe((10, 2, 10, true));
        set.Train.Image(0)[..6].ToArray().ShouldBe([1, 2, 3, 1, 2, 3]);
        set.Train.Labels.Span[9].ShouldBe(9);
        set.Origin.ClassNames.ShouldBe(["airplane", "automobile"]);
    }

    [Fact]
    public void Hundred_classes_have_their_fine_label()
    {
        _folder.Write("train.bin", [.. Record(19, 99), .. Record(3, 42)]);
        _folder.Write("test.bin", Record(0, 7));

        DatasetSource.Read(_folder.Root + "?validation=0").Train.Labels.ToArray().ShouldBe([99, 42]);
    }

    [Fact]
    public void A_cut_file_is_unreadable()
    {
        WriteTen();
        string file = _folder.Write("data_batch_4.bin", Record(0)[..3000]);

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, file));
    }

    [Fact]
    public void A_label_beyond_the_classes_is_named_with_its_byte()
    {
        WriteTen();
        string file = _folder.Write("test_batch.bin", [.. Record(0), .. Record(10)]);

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.File, finding.Value).ShouldBe((DatasetCodes.LabelOutOfRange, file, "10"));
        finding.Message.ShouldContain("byte 3073");
    }

    [Fact]
    public void A_batch_that_is_missing_is_named()
    {
        WriteTen();
        File.Delete(Path.Combine(_folder.Root, "data_batch_2.bin"));

        Findings.Of(_folder.Root).Code.ShouldBe(DatasetCodes.ImagesMissing);
    }

    [Theory]
    [InlineData("cifar-10-binary.tar.gz", "data_batch_1", "test_batch")]
    [InlineData("cifar-10-binary.tar.gz", "cifar-10-batches-py/data_batch_1", "cifar-10-batches-py/test_batch")]
    [InlineData("cifar-100-binary.tar.gz", "train", "test", "meta")]
    public void The_form_for_Python_is_refused_with_the_way_out(string archive, params string[] files)
    {
        foreach (string file in files)
            _folder.Write(file, [0x80, 0x02]);

        Diagnostic finding = Findings.Of(_folder.Root);

        finding.Code.ShouldBe(DatasetCodes.ImagesMissing);
        finding.Message.ShouldContain(archive);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Record(params byte[] labels) =>
        [.. labels, .. Enumerable.Repeat((byte)1, 1024), .. Enumerable.Repeat((byte)2, 1024), .. Enumerable.Repeat((byte)3, 1024)];

    private void WriteTen()
    {
        for (byte batch = 0; batch < 5; batch++)
            _folder.Write($"data_batch_{batch + 1}.bin", [.. Record((byte)(2 * batch)), .. Record((byte)(2 * batch + 1))]);
        _folder.Write("test_batch.bin", [.. Record(0), .. Record(9)]);
    }
}
