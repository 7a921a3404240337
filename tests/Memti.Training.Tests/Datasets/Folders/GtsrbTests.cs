using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets;

namespace Memti.Training.Tests.Datasets.Folders;

/// <summary>The German Traffic Sign Recognition Benchmark, as its archives unpack.</summary>
public sealed class GtsrbTests : IDisposable
{
    private const string Head = "Filename;Width;Height;Roi.X1;Roi.Y1;Roi.X2;Roi.Y2;ClassId\r\n", List = "Final_Test/Images/GT-final_test.csv";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("GTSRB/")]
    public void Tracks_stay_together_and_the_list_gives_the_classes_of_the_test(string root)
    {
        Write(root);

        Dataset set = DatasetSource.Read(_folder.Root);

        (set.Train.Count, set.Validation.Count, set.Test.Count, set.MayMirror).ShouldBe((18, 6, 3, false));
        set.Origin.ClassNames.ShouldBe(["00000", "00001"]);
        set.Test.Labels.ToArray().ShouldBe([1, 0, 1]);
        set.Validation.Image(0)[0].ShouldBe(set.Validation.Image(2)[0]);
        set.Origin.NotUsed.Single().ShouldBe(root + "Final_Test/Images/00003.ppm (not in the list of the test pictures)");
    }

    [Fact]
    public void Tracks_can_be_refused()
    {
        Write("");

        DatasetSource.Read(_folder.Root + "?tracks=false&validation=0.25").Validation.Count.ShouldBe(6);
        DatasetSource.Read(_folder.Root + "?tracks=false&validation=0.1").Validation.Count.ShouldBe(2);
    }

    [Fact]
    public void Commas_and_paths_are_read_too()
    {
        for (int picture = 0; picture < 8; picture++)
            _folder.Write($"Train/{picture % 2}/0000{picture % 2}_0000{picture / 2}_00000.ppm", Grey(1));
        _folder.Write("Test/00000.ppm", Grey(1));
        _folder.Write("Test.csv", "Width,Height,ClassId,Path\n1,1,1,Test/00000.ppm\n");

        DatasetSource.Read(_folder.Root).Test.Labels.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void A_list_without_classes_says_where_they_are()
    {
        Write("");
        _folder.Write(List, "Filename;Width;Height\n00000.ppm;1;1\n");

        Diagnostic finding = Findings.Of(_folder.Root);

        finding.Code.ShouldBe(DatasetCodes.ImagesMissing);
        finding.Message.ShouldContain("GTSRB_Final_Test_GT.zip");
        DatasetSource.Read(_folder.Root + "?test_share=0.25").Test.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("00000.ppm;1;1;0;0;0;0;7", DatasetCodes.LabelOutOfRange, 0)]
    [InlineData("00009.ppm;1;1;0;0;0;0;1", DatasetCodes.ImagesMissing, 0)]
    [InlineData("00000.ppm;1;1;0;0;0;0;x", DatasetCodes.ImagesUnreadable, 2)]
    [InlineData("00000.ppm;1", DatasetCodes.ImagesUnreadable, 2)]
    [InlineData("../../secret.ppm;1;1;0;0;0;0;1", DatasetCodes.ImagesUnreadable, 2)]
    [InlineData("/secret.ppm;1;1;0;0;0;0;1", DatasetCodes.ImagesUnreadable, 2)]
    public void A_line_that_names_nothing_of_the_set_is_a_finding(string line, string code, int at)
    {
        Write("");
        _folder.Write(List, Head + line);
        _folder.Write("secret.ppm", Grey(1));

        Diagnostic finding = Findings.Of(_folder.Root);

        (finding.Code, finding.Line).ShouldBe((code, at));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Grey(byte value) => [.. Encoding.ASCII.GetBytes("P5 1 1 255 "), value];

    private void Write(string root)
    {
        foreach (string sign in new[] { "00000", "00001" })
        {
            _folder.Write($"{root}Final_Training/Images/{sign}/GT-{sign}.csv", Head);
            for (int track = 0; track < 4; track++)
                for (int frame = 0; frame < 3; frame++)
                    _folder.Write($"{root}Final_Training/Images/{sign}/{track:D5}_{frame:D5}.ppm", Grey((byte)(10 * track)));
        }

        for (int picture = 0; picture < 4; picture++)
            _folder.Write($"{root}Final_Test/Images/{picture:D5}.ppm", Grey(5));
        _folder.Write(root + List, Head + "00000.ppm;1;1;0;0;0;0;1\r\n00001.ppm;1;1;0;0;0;0;0\r\n00002.ppm;1;1;0;0;0;0;1\r\n");
    }
}
