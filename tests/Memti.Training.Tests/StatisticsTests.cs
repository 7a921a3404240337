using Memti.Training.Statistics;

namespace Memti.Training.Tests;

/// <summary>Against values of tables and of R 4 (t.test, binom.test, prop.test without correction).</summary>
public sealed class StatisticsTests
{
    [Fact]
    public void Mean_deviation_and_t_interval_are_those_of_the_sample()
    {
        SampleSummary summary = SampleSummary.Of([1, 2, 3, 4, 5]);

        (summary.Mean, summary.Worst, summary.Best, summary.Count).ShouldBe((3, 1, 5, 5));
        summary.StandardDeviation!.Value.ShouldBe(1.5811388, 1e-7);
        summary.Confidence95!.Value.Low.ShouldBe(3 - (2.7764451 * 1.5811388 / Math.Sqrt(5)), 1e-6); // t(0.975, 4) of any table
        summary.Confidence95!.Value.High.ShouldBe(4.9632432, 1e-6);
    }

    [Fact]
    public void One_value_has_no_deviation() => SampleSummary.Of([0.5]).ShouldBe(new SampleSummary(1, 0.5, null, 0.5, 0.5, null));

    [Theory]
    [InlineData(8, 10, 0.4901625, 0.9433178)]
    [InlineData(0, 20, 0, 0.1611251)]
    [InlineData(20, 20, 0.8388749, 1)]
    public void A_share_has_wilsons_interval(long successes, long trials, double low, double high)
    {
        ConfidenceInterval interval = WilsonInterval.Of(successes, trials);

        interval.Low.ShouldBe(low, 1e-6);
        interval.High.ShouldBe(high, 1e-6);
    }

    [Fact]
    // Student 1908, extra hours of sleep of ten patients under two drugs; R: t = -4.0621, p = 0.002833
    public void The_paired_t_test_gives_students_sleep_data()
    {
        PairedTest test = PairedTest.StudentT(
            [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

        (test.Pairs, Math.Round(test.Difference, 10)).ShouldBe((10, 1.58));
        test.PValue!.Value.ShouldBe(0.00283289, 1e-7);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 0, 0.0625)]
    [InlineData(9, 1, 0.021484375)] // 2 (1 + 10) / 1024
    [InlineData(3, 3, 1)]
    public void McNemars_test_counts_the_images_that_one_network_alone_got_right(int won, int lost, double p)
    {
        bool[] before = [.. Enumerable.Repeat(false, won), .. Enumerable.Repeat(true, lost), true, false];
        bool[] after = [.. Enumerable.Repeat(true, won), .. Enumerable.Repeat(false, lost), true, false];

        PairedTest test = PairedTest.McNemar(before, after);

        (test.Pairs, test.Difference).ShouldBe((won + lost, (double)(won - lost) / before.Length));
        test.PValue!.Value.ShouldBe(p, 1e-12);
    }

    [Fact]
    public void Differences_that_are_all_the_same_have_no_p_value_and_none_are_none()
    {
        PairedTest.StudentT([0.5, 0.25], [0.75, 0.5]).PValue.ShouldBeNull();
        PairedTest.StudentT([0.5, 0.25], [0.5, 0.25]).PValue.ShouldBe(1);
    }
}
