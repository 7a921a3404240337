using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Idx;

namespace Memti.Training.Tests.Datasets.Idx;

public sealed class IdxSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll<byte[], bool>((values, packed) =>
    {
        byte[] bytes = IdxWriter.Bytes([values.Length], values);
        using MemoryStream stream = new(packed ? IdxWriter.Gzip(bytes) : bytes);
        return IdxReader.Read(stream, "any.idx").Values.SequenceEqual(values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_cut_or_longer_file_is_taken_for_a_whole_one() => Prop.ForAll<byte[], int>((values, at) =>
    {
        byte[] bytes = IdxWriter.Bytes([values.Length], values), cut = bytes[..(int)((uint)at % bytes.Length)];
        return Findings.Of(() => IdxReader.Read(new MemoryStream(cut), "cut.idx")).Code == DatasetCodes.ImagesUnreadable
            && Findings.Of(() => IdxReader.Read(new MemoryStream([.. bytes, 0]), "long.idx")).Code == DatasetCodes.ImagesUnreadable;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_prefix_names_four_files_which_become_three_parts()
    {
        Dataset set = DatasetSource.Read(IdxWriter.SoundSet(_folder));

        (set.Name, set.Classes, set.Train.Height, set.Train.Width).ShouldBe(("set", 2, 4, 4));
        (set.Train.Count, set.Validation.Count, set.Test.Count).ShouldBe((18, 2, 6));
        set.Test.Image(1)[0].ShouldBe(IdxWriter.Values(49, 6)[48]);
        (set.MayMirror, set.Sha256.Length).ShouldBe((false, 64));
    }

    [Fact]
    public void The_same_images_have_the_same_hash_whatever_they_are_packed_in()
    {
        string prefix = IdxWriter.SoundSet(_folder);
        string before = DatasetSource.Read(prefix).Sha256;
        byte[] plain = IdxWriter.Bytes([6, 4, 4, 3], IdxWriter.Values(6 * 48, 6));
        File.Delete(prefix + "-test-images.idx.gz");
        _folder.Write("set-test-images.idx", plain);

        DatasetSource.Read(prefix).Sha256.ShouldBe(before);
        plain[^1]++;
        _folder.Write("set-test-images.idx", plain);
        DatasetSource.Read(prefix).Sha256.ShouldNotBe(before);
    }

    [Fact]
    public void Grey_digits_of_28_pixels_become_three_equal_channels_of_32()
    {
        byte[] images = new byte[2 * 28 * 28];
        images[0] = 200;
        foreach (string part in new[] { "train", "t10k" })
        {
            _folder.Write($"digits/{part}-images-idx3-ubyte.gz", IdxWriter.Gzip(IdxWriter.Bytes([2, 28, 28], images)));
            _folder.Write($"digits/{part}-labels-idx1-ubyte", IdxWriter.Bytes([2], [0, 1]));
        }

        ImageSet test = DatasetSource.Read(Path.Combine(_folder.Root, "digits")).Test;

        (test.Height, test.Width).ShouldBe((32, 32));
        test.Pixels.Span.IndexOf((byte)200).ShouldBe((2 * 32 + 2) * 3);
        test.Image(0).Slice((2 * 32 + 2) * 3, 3).ToArray().ShouldBe([200, 200, 200]);
    }

    [Fact]
    public void Names_of_classes_are_read_when_they_are_there()
    {
        string prefix = IdxWriter.SoundSet(_folder);
        _folder.Write("set-classes.txt", "0\tn01\tcat\n1\tn02\tdog\n");

        DatasetSource.Read(prefix).Origin.ClassNames.ShouldBe(["cat", "dog"]);
    }

    [Theory]
    [InlineData("?mirror=true", true, 18, 4)]
    [InlineData("?validation=0.5&per_class=3", false, 6, 4)]
    [InlineData("?size=8", false, 18, 8)]
    public void Options_after_a_question_mark_win(string query, bool mirror, int train, int size)
    {
        Dataset set = DatasetSource.Read(IdxWriter.SoundSet(_folder) + query);

        (set.MayMirror, set.Train.Count, set.Test.Height).ShouldBe((mirror, train, size));
    }

    public void Dispose() => _folder.Dispose();
}
