using Memti.Abstractions.Training;
using Memti.Trainers.Batches;

namespace Memti.Plugins.Adapters.Tests.Training;

public sealed class AugmentationTests
{
    private const int Side = 3;

    private static readonly byte[] Picture = [.. Enumerable.Range(0, Side * Side * 3).Select(static value => (byte)(10 * (value / 3)))];

    private static readonly PixelScale Plain = new([0, 0, 0], [1, 1, 1]);

    [Fact]
    public void Shifts_and_mirrors_are_equally_likely()
    {
        var augmentation = new Augmentation(padding: 2, mirror: true, seed: 5);
        Augmentation.View[] views = [.. Enumerable.Range(0, 5000).Select(place => augmentation.ViewOf(9, place))];

        foreach (int shift in Enumerable.Range(-2, 5))
        {
            views.Count(view => view.Down == shift).ShouldBeInRange(850, 1150);
            views.Count(view => view.Right == shift).ShouldBeInRange(850, 1150);
        }

        views.Count(static view => view.Mirrored).ShouldBeInRange(2300, 2700);
    }

    [Fact]
    public void Nothing_happens_where_nothing_is_asked_for() =>
        Enumerable.Range(0, 100)
            .Select(place => new Augmentation(0, mirror: false, seed: 5).ViewOf(3, place))
            .ShouldAllBe(static view => view == default);

    [Fact]
    public void A_view_that_changes_nothing_is_the_image()
    {
        (float[] plain, float[] seen) = (new float[Picture.Length], new float[Picture.Length]);
        Plain.Apply(Picture, plain);
        Plain.Apply(Picture, Side, default, seen);

        seen.ShouldBe(plain);
    }

    [Fact]
    public void A_shifted_view_shows_what_is_there_and_zero_beyond() =>
        Seen(new Augmentation.View(1, -1, Mirrored: false)).ShouldBe([0, 30, 40, 0, 60, 70, 0, 0, 0]);

    [Fact]
    public void A_mirrored_view_is_mirrored() =>
        Seen(new Augmentation.View(0, 0, Mirrored: true)).ShouldBe([20, 10, 0, 50, 40, 30, 80, 70, 60]);

    [Fact]
    public void Inputs_have_mean_0_and_deviation_1()
    {
        var images = new ImageSet("noise", 2, 4, 4, RandomBytes(50 * 4 * 4 * 3), new int[50]);
        PixelScale scale = PixelScale.Of(images);
        float[] inputs = new float[images.Pixels.Length];
        for (int index = 0; index < images.Count; index++)
            scale.Apply(images.Image(index), inputs.AsSpan(index * images.ImageBytes, images.ImageBytes));

        for (int channel = 0; channel < 3; channel++)
        {
            double[] values = [.. inputs.Where((_, index) => index % 3 == channel).Select(static value => (double)value)];
            values.Average().ShouldBe(0, 1e-5);
            values.Average(static value => value * value).ShouldBe(1, 1e-5);
        }
    }

    [Fact]
    public void A_channel_that_never_changes_is_zero()
    {
        var images = new ImageSet("black", 2, 2, 2, new byte[2 * 2 * 2 * 3], new int[2]);
        float[] inputs = new float[images.ImageBytes];
        PixelScale.Of(images).Apply(images.Image(0), inputs);

        inputs.ShouldAllBe(static value => value == 0);
    }

    private static float[] Seen(Augmentation.View view)
    {
        float[] inputs = new float[Picture.Length];
        Plain.Apply(Picture, Side, view, inputs);
        return [.. inputs.Where(static (_, index) => index % 3 == 0)];
    }

    private static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
