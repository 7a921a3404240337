using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Splits;

namespace Memti.Training.Tests.Datasets.Splits;

public sealed class SplitTests
{
    private static readonly Philox Stream = Philox.Named(5, "test");

    [Fact]
    public void Each_image_is_in_one_part() => Prop.ForAll<byte[]>(static labels =>
    {
        ImageSplit split = ImageSplit.Of(Labels(labels), null, 0.3, Stream);
        return split.Kept.Concat(split.Taken).Order().SequenceEqual(Enumerable.Range(0, labels.Length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_class_gives_its_share_and_keeps_an_image() => Prop.ForAll<byte[]>(static bytes =>
    {
        int[] labels = Labels(bytes);
        ImageSplit split = ImageSplit.Of(labels, null, 0.3, Stream);
        return labels.CountBy(static label => label).All(entry =>
            Math.Abs(split.Taken.Count(index => labels[index] == entry.Key) - 0.3 * entry.Value) <= 0.5
                && split.Kept.Any(index => labels[index] == entry.Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_group_is_never_parted() => Prop.ForAll<byte[]>(static bytes =>
    {
        int[] labels = Labels(bytes), groups = [.. bytes.Select(static value => value % 24)];
        ImageSplit split = ImageSplit.Of(labels, groups, 0.4, Stream);
        return !split.Kept.Select(index => groups[index]).Intersect(split.Taken.Select(index => groups[index])).Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_seed_gives_another_split()
    {
        int[] labels = new int[100];

        ImageSplit.Of(labels, null, 0.1, Stream).Taken.ShouldBe(ImageSplit.Of(labels, null, 0.1, Stream).Taken);
        ImageSplit.Of(labels, null, 0.1, Philox.Named(6, "test")).Taken.ShouldNotBe(ImageSplit.Of(labels, null, 0.1, Stream).Taken);
    }

    [Fact]
    public void A_subset_has_as_many_of_each_class_and_leaves_the_test_images_alone()
    {
        Dataset whole = DatasetSource.Read("generated:textures?train=60&test=20&classes=4");
        Dataset some = whole.Subset(5);

        some.Train.Labels.ToArray().CountBy(static label => label).ShouldAllBe(static entry => entry.Value == 5);
        (some.Train.Count, some.Test.Count).ShouldBe((20, 20));
        some.Sha256.ShouldNotBe(whole.Sha256);
    }

    [Fact]
    public void Statistics_are_those_of_the_pixels()
    {
        byte[] pixels = [0, 10, 255, 100, 10, 255];
        ImageSet images = new("two", 2, 1, 2, pixels, new int[1]);

        ChannelStatistics figures = ChannelStatistics.Of(images);

        figures.Mean.ShouldBe([50, 10, 255]);
        figures.Deviation.ShouldBe([50, 0, 0]);
    }

    private static int[] Labels(byte[] bytes) => [.. bytes.Select(static value => value % 3)];
}
