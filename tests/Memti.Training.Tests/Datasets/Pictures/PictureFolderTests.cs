using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class PictureFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Classes_are_folders_in_the_order_of_their_names()
    {
        WriteClasses("train/", "dog", "cat");
        WriteClasses("test/", "dog", "cat");

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0.2");

        (set.Train.Count, set.Validation.Count, set.Test.Count, set.Train.Height).ShouldBe((8, 2, 10, 32));
        set.Origin.ClassNames.ShouldBe(["cat", "dog"]);
    }

    [Fact]
    public void Without_test_images_some_are_kept_back()
    {
        WriteClasses("", "a", "b");

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0.25&test_share=0.2&size=8");

        (set.Train.Count, set.Validation.Count, set.Test.Count, set.Train.Height).ShouldBe((6, 2, 2, 8));
    }

    [Fact]
    public void A_track_of_GTSRB_is_never_parted()
    {
        foreach (string sign in new[] { "00000", "00001" })
            for (int track = 0; track < 4; track++)
                for (int frame = 0; frame < 3; frame++)
                    _folder.Write($"train/{sign}/{track:D5}_{frame:D5}.ppm", Grey((byte)(10 * track)));

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0.25&test_share=0.25");

        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((12, 6, 6));
        set.Validation.Image(0)[0].ShouldBe(set.Validation.Image(2)[0]);
        set.Test.Image(0)[0].ShouldBe(set.Test.Image(2)[0]);
    }

    [Fact]
    public void A_class_of_which_one_file_names_no_group_has_none()
    {
        PictureGroups.Of(["a/1_1.png", "a/1_2.png", "b/1_1.png", "b/one.png"], [0, 0, 1, 1])!.Distinct().Count().ShouldBe(3);
        PictureGroups.Of(["a/1.png", "b/1_1.png", "b/one.png"], [0, 1, 1]).ShouldBeNull();
    }

    [Fact]
    public void A_test_class_that_is_not_trained_is_a_finding()
    {
        WriteClasses("train/", "a", "b");
        WriteClasses("test/", "a", "c");

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.Value, finding.Permitted).ShouldBe((DatasetCodes.LabelOutOfRange, "c", "a, b"));
    }

    [Fact]
    public void One_class_is_too_few()
    {
        WriteClasses("", "alone");

        Findings.Of(_folder.Root).Code.ShouldBe(DiagnosticCode.ImagesDoNotFit);
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_named()
    {
        WriteClasses("", "a", "b");
        string file = _folder.Write("b/9.png", "no picture");

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, file));
    }

    [Fact]
    public void Scaling_keeps_the_mean_where_pixels_are_shared()
    {
        byte[] target = new byte[2 * 2 * 3];

        AreaScale.Scale([0, 0, 0, 90, 90, 90, 180, 180, 180], 1, 3, target, 2, 2);

        target[..6].ShouldBe([30, 30, 30, 150, 150, 150]);
        target[6..].ShouldBe(target[..6]);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Grey(byte value) => [.. Encoding.ASCII.GetBytes("P5 1 1 255 "), value];

    private void WriteClasses(string folder, params string[] names)
    {
        foreach (string name in names)
            for (byte index = 0; index < 5; index++)
                _folder.Write($"{folder}{name}/{index}.pgm", Grey(index));
    }
}
