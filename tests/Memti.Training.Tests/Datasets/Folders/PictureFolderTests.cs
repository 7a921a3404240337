using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Folders;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Folders;

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
    public void A_track_is_never_parted_when_the_user_asks_for_tracks()
    {
        foreach (string sign in new[] { "00000", "00001" })
            for (int track = 0; track < 4; track++)
                for (int frame = 0; frame < 3; frame++)
                    _folder.Write($"train/{sign}/{track:D5}_{frame:D5}.ppm", Grey((byte)(10 * track)));

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0.25&test_share=0.25&tracks=true");

        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((12, 6, 6));
        set.Validation.Image(0)[0].ShouldBe(set.Validation.Image(2)[0]);
        set.Test.Image(0)[0].ShouldBe(set.Test.Image(2)[0]);
    }

    // As in ImageNet, Caltech-101 and many more: the text before the underline is the class, and no track.
    [Fact]
    public void Files_named_like_their_class_are_no_track()
    {
        foreach (string name in new[] { "cat", "dog" })
            for (int index = 0; index < 10; index++)
                _folder.Write($"train/{name}/{name}_{index:D3}.pgm", Grey((byte)index));
        WriteClasses("test/", "cat", "dog");

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Train.Count, set.Validation.Count).ShouldBe((18, 2));
    }

    [Fact]
    public void Few_images_leave_one_of_each_class_to_validate_with()
    {
        foreach (string name in new[] { "a", "b" })
            for (byte index = 0; index < 3; index++)
                _folder.Write($"train/{name}/{index}.pgm", Grey(index));
        WriteClasses("test/", "a", "b");

        DatasetSource.Read(_folder.Root).Validation.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("val")]
    [InlineData("valid")]
    [InlineData("validation")]
    [InlineData("Val")]
    public void Pictures_to_validate_with_are_those_of_their_folder(string name)
    {
        WriteClasses("train/", "a", "b");
        WriteClasses(name + "/", "a", "b");
        WriteClasses("test/", "a", "b");

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((10, 10, 10));
        set.Origin.NotUsed.ShouldBeEmpty();
    }

    [Fact]
    public void A_share_that_the_source_asks_for_replaces_the_folder()
    {
        WriteClasses("train/", "a", "b");
        WriteClasses("val/", "a", "b");
        WriteClasses("test/", "a", "b");

        Dataset set = DatasetSource.Read(_folder.Root + "?validation=0.2");

        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((8, 2, 10));
        set.Origin.NotUsed.Single().ShouldStartWith("val/ ");
    }

    // Visual Decathlon: only its server knows the classes of the test pictures.
    [Fact]
    public void Without_classes_of_the_test_pictures_the_validation_pictures_test()
    {
        WriteClasses("train/", "0001", "0002");
        WriteClasses("val/", "0001", "0002");
        _folder.Write("test/000000.pgm", Grey(0));

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((8, 2, 10));
        set.Origin.NotUsed.Single().ShouldBe("test/000000.pgm (no class; val/ is the test part)");
    }

    [Fact]
    public void Test_pictures_without_a_class_are_found_before_training()
    {
        WriteClasses("train/", "a", "b");
        string file = _folder.Write("test/0.pgm", Grey(0));

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesMissing, Path.GetDirectoryName(file)));
        DatasetSource.Read(_folder.Root + "?test_share=0.2").Test.Count.ShouldBe(2);
    }

    [Fact]
    public void A_class_of_another_format_is_lost()
    {
        WriteClasses("train/", "a", "b");
        _folder.Write("train/fox/0.webp", "RIFF");

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.Value).ShouldBe((DatasetCodes.ClassLost, "fox"));
        finding.Message.ShouldContain("0.webp");
    }

    [Theory]
    [InlineData("train/")]
    [InlineData("test/")]
    public void A_class_of_damaged_pictures_is_lost(string part)
    {
        WriteClasses("train/", "a", "b", "fox");
        WriteClasses("test/", "a", "b", "fox");
        _folder.Write(part + "a/0.pgm", "damaged");
        for (int index = 0; index < 5; index++)
            _folder.Write($"{part}fox/{index}.pgm", "damaged");

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.Value).ShouldBe((DatasetCodes.ClassLost, "fox"));
        finding.Message.ShouldContain("0.pgm, 1.pgm, 2.pgm and 2 more");
    }

    [Fact]
    public void All_unreadable_pictures_are_named_at_once()
    {
        WriteClasses("", "a", "b");
        string first = _folder.Write("a/1.pgm", "damaged");
        _folder.Write("b/2.pgm", "damaged");

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.File).ShouldBe((DatasetCodes.ImagesUnreadable, first));
        finding.Message.ShouldContain("1 more cannot be read: 2.pgm");
    }

    [Theory]
    [InlineData("train/.DS_Store")]
    [InlineData("train/a/._0.pgm")]
    [InlineData("train/a/Thumbs.db")]
    [InlineData("train/b/desktop.ini")]
    [InlineData("train/.hidden/0.pgm")]
    [InlineData("__MACOSX/train/a/._0.pgm")]
    public void Leftovers_of_file_managers_are_passed_over(string file)
    {
        WriteClasses("train/", "a", "b");
        WriteClasses("test/", "a", "b");
        IReadOnlyList<string> names = [.. DatasetFiles.Of(_folder.Root).Select(static entry => entry.Name)];
        _folder.Write(file, "left over");

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Train.Count + set.Validation.Count, set.Test.Count, set.Classes).ShouldBe((10, 10, 2));
        set.Origin.NotUsed.ShouldBeEmpty();
        DatasetFiles.Of(_folder.Root).Select(static entry => entry.Name).ShouldBe(names);
    }

    [Fact]
    public void What_is_not_used_is_named()
    {
        WriteClasses("train/", "a", "b");
        WriteClasses("test/", "a", "b");
        foreach (string file in new[] { "readme.txt", "other/0.pgm", "train/loose.pgm", "train/a/notes.txt", "train/a/deeper/0.pgm", "train/empty/x/y" })
            _folder.Write(file, "unused");

        DatasetSource.Read(_folder.Root).Origin.NotUsed.ShouldBe(
            [
                "train/a/notes.txt (no pictures that are read)",
                "train/a/deeper/ (a folder in a class)",
                "train/empty/ (no pictures)",
                "other/ (no part)",
                "readme.txt (no part)",
                "train/loose.pgm (no class)",
            ]);
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
