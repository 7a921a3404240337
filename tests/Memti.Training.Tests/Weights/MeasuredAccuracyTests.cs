using Memti.Training.Statistics;
using Memti.Training.Weights.Tasks;

namespace Memti.Training.Tests.Weights;

public sealed class MeasuredAccuracyTests
{
    /// <summary>Student's t with 9 degrees of freedom has 2.262 at 97.5 % (any table).</summary>
    [Fact]
    public void The_interval_over_chips_is_students()
    {
        ConfidenceInterval interval = new MeasuredAccuracy(0.9, 0.01, 10, 0, 500).Confidence95;
        (interval.High - 0.9).ShouldBe(2.262157 * 0.01 / Math.Sqrt(10), 1e-7);
        (0.9 - interval.Low).ShouldBe(interval.High - 0.9, 1e-12);
    }

    /// <summary>Wilson's interval for 81 of 263, as Newcombe (1998), table I, has it: 0.2553 to 0.3662.</summary>
    [Fact]
    public void The_interval_of_one_chip_is_wilsons()
    {
        ConfidenceInterval interval = new MeasuredAccuracy(81.0 / 263, null, 1, 0, 263).Confidence95;
        interval.Low.ShouldBe(0.2553, 5e-5);
        interval.High.ShouldBe(0.3662, 5e-5);
    }

    [Fact]
    public void An_interval_holds_its_mean_stays_a_share_and_grows_with_confidence() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt, PositiveInt>(static (mean, deviation, chips) =>
    {
        var accuracy = new MeasuredAccuracy(mean.Get % 1001 / 1000.0, deviation.Get % 1001 / 1000.0, chips.Get + 1, 0, 100);
        (ConfidenceInterval narrow, ConfidenceInterval wide) = (accuracy.Confidence(0.8), accuracy.Confidence(0.99));
        return wide.Low <= narrow.Low
            && narrow.Low <= accuracy.Mean
            && accuracy.Mean <= narrow.High
            && narrow.High <= wide.High
            && wide.Low >= 0
            && wide.High <= 1;
    }).QuickCheckThrowOnFailure();
}
