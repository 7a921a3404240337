using Memti.Trainers.Batches;

namespace Memti.Plugins.Adapters.Tests.Training;

public sealed class BatchOrderTests
{
    [Fact]
    public void An_epoch_shows_every_image_once()
    {
        var order = new BatchOrder(images: 12, batch: 4, seed: 7);

        order.StepsPerEpoch.ShouldBe(3);
        Enumerable.Range(0, 3).SelectMany(step => order.Batch(step).ToArray()).Order().ShouldBe(Enumerable.Range(0, 12));
    }

    [Fact]
    public void Epochs_differ_and_come_back()
    {
        var order = new BatchOrder(100, 50, seed: 7);
        int[] first = order.Batch(0).ToArray();

        order.Batch(2).ToArray().ShouldNotBe(first);
        order.Batch(0).ToArray().ShouldBe(first);
        new BatchOrder(100, 50, seed: 8).Batch(0).ToArray().ShouldNotBe(first);
    }

    [Fact]
    public void A_batch_that_is_not_full_is_left_out() => new BatchOrder(10, 4, seed: 1).StepsPerEpoch.ShouldBe(2);

    [Fact]
    public void Fewer_images_than_a_batch_are_one_step()
    {
        var order = new BatchOrder(3, 128, seed: 1);

        (order.BatchSize, order.StepsPerEpoch).ShouldBe((3, 1));
    }

    [Fact]
    public void Every_place_is_as_likely_for_every_image()
    {
        var order = new BatchOrder(4, 4, seed: 3);
        int[] firsts = new int[4];
        for (int step = 0; step < 4000; step++)
            firsts[order.Batch(step)[0]]++;

        firsts.ShouldAllBe(static count => count > 850 && count < 1150); // 1000 expected, 5 standard deviations are 137
    }
}
