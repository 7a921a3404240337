using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;

namespace Memti.Training.Tests.Datasets.Folders;

/// <summary>Tiny ImageNet as its archive unpacks.</summary>
public sealed class TinyImageNetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_list_gives_the_classes_of_the_pictures_to_test_with()
    {
        Write("a.JPEG\tn02\t0\t0\t9\t9\nb.JPEG\tn01\t0\t0\t9\t9\n");

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0");

        (set.Train.Count, set.Test.Count, set.Classes).ShouldBe((6, 2, 2));
        set.Test.Labels.ToArray().ShouldBe([1, 0]);
        set.Origin.ClassNames.ShouldBe(["n01", "n02"]);
        set.Origin.NotUsed.ShouldHaveSingleItem().ShouldContain("test");
    }

    [Theory]
    [InlineData("a.JPEG\tn03\n", DatasetCodes.LabelOutOfRange)]
    [InlineData("a.JPEG n01\n", DatasetCodes.ImagesUnreadable)]
    [InlineData("../a.JPEG\tn01\n", DatasetCodes.ImagesUnreadable)]
    [InlineData("c.JPEG\tn01\n", DatasetCodes.ImagesMissing)]
    public void A_wrong_line_of_the_list_is_named(string line, string code)
    {
        Write("a.JPEG\tn01\n" + line);

        Diagnostic finding = Findings.Of(_folder.Root);

        finding.Code.ShouldBe(code);
    }

    public void Dispose() => _folder.Dispose();

    // Pictures are known by their first bytes, not by their names.
    private void Write(string list)
    {
        foreach (string name in (string[])["n01", "n02"])
        {
            _folder.Write($"train/{name}/{name}_boxes.txt", "a\t0\t0\t9\t9\n");
            for (int picture = 0; picture < 3; picture++)
                _folder.Write($"train/{name}/images/{name}_{picture}.JPEG", "P2 1 1 255 7");
        }

        _folder.Write("val/images/a.JPEG", "P2 1 1 255 1");
        _folder.Write("val/images/b.JPEG", "P2 1 1 255 2");
        _folder.Write("val/val_annotations.txt", list);
        _folder.Write("test/images/t.JPEG", "P2 1 1 255 3");
    }
}
