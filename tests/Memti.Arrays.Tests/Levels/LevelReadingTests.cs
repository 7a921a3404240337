using Memti.Abstractions.Cells;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tests.Levels;

public sealed class LevelReadingTests
{
    // Rates that follow from the published means and sigmas, neighbours only (rule of NVMExplorer's nvmFI).
    private static readonly double[] ThreeBitDown = [
        0, 0.0002397216487026177, 0.0027515825289396445, 0.002459298991709491, 0.0028646611202928773, 0.0003100396378128978,
        0.006300455121370507, 0.00022638348738368563
    ];
    private static readonly double[] ThreeBitUp = [
        0.0001493132697418043, 0.0011228693007080761, 0.0022096896735306483, 0.0039991777623606135, 0.0002787255090756283,
        0.004471574858712652, 0.0030577528300778354, 0
    ];

    [Fact]
    public void Thresholds_of_three_bits_are_the_published_crossings() => ShouldMatch(
        LevelReading.Of(PublishedLevels.ThreeBits).Thresholds,
        [0.031266966, 0.119384714, 0.290400732, 0.47351931, 0.627819005, 0.7933298, 0.98807683],
        absolute: 1e-9);

    [Fact]
    public void Thresholds_of_two_bits_are_the_published_crossings() =>
        ShouldMatch(LevelReading.Of(PublishedLevels.TwoBits).Thresholds, [0.079900316, 0.56945838, 0.96860151], absolute: 1e-8);

    [Fact]
    public void The_threshold_of_one_bit_is_the_published_crossing() =>
        LevelReading.Of(PublishedLevels.OneBit).Thresholds.ShouldHaveSingleItem().ShouldBe(0.717738491, 1e-9);

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7)]
    public void Misreads_of_three_bits_match_level_by_level(int level)
    {
        ConfusionMatrix confusion = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        ShouldBeClose(confusion.MisreadUp(level), ThreeBitUp[level], 1e-9);
        ShouldBeClose(confusion.MisreadDown(level), ThreeBitDown[level], 1e-9);
    }

    [Fact]
    public void Misreads_of_two_bits_match_down_to_1e_20()
    {
        ConfusionMatrix confusion = LevelReading.Of(PublishedLevels.TwoBits).Confusion;
        ShouldBeClose(confusion.MisreadUp(0), 1.2135457583054271e-20, 1e-9);
        ShouldBeClose(confusion.MisreadUp(1), 1.7432570280672765e-08, 1e-9);
        ShouldBeClose(confusion.MisreadUp(2), 1.0575156441203e-19, 1e-9);
        ShouldBeClose(confusion.MisreadDown(2), 1.4174333151650842e-08, 1e-9);
    }

    [Fact]
    public void Mean_and_worst_rates_match_the_published_ones()
    {
        ConfusionMatrix three = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        ShouldBeClose(three.MeanErrorRate, 0.0038051557175523727, 1e-9);
        ShouldBeClose(three.WorstErrorRate, 0.009358207951448342, 1e-9);
        ShouldBeClose(LevelReading.Of(PublishedLevels.TwoBits).Confusion.MeanErrorRate, 7.901725858110373e-09, 1e-9);
        LevelReading.Of(PublishedLevels.OneBit).Confusion.MeanErrorRate.ShouldBeLessThan(1e-300);
    }

    // Exact values, computed with 40 digits.
    [Theory]
    [InlineData(1, 1.5865525393145705e-01)]
    [InlineData(5, 2.8665157187919391e-07)]
    [InlineData(10, 7.6198530241605261e-24)]
    [InlineData(20, 2.7536241186062337e-89)]
    [InlineData(37, 5.7255712225245768e-300)]
    public void Tails_keep_their_relative_precision(double sigmas, double probability)
    {
        ShouldBeClose(new NormalLevel(0, 1).Above(sigmas), probability, 1e-12);
        ShouldBeClose(new NormalLevel(0, 1).Below(-sigmas), probability, 1e-12);
    }

    [Fact]
    public void Rows_sum_to_one_and_every_rate_is_a_probability() =>
        Prop.ForAll<PositiveInt, NonNegativeInt>(static (scale, offset) =>
        {
            LevelTable table = PublishedLevels.ThreeBits with
            {
                Sigmas = [.. PublishedLevels.ThreeBits.Sigmas.Select(sigma => sigma * (scale.Get % 20 + 1) / 20.0)]
            };
            ConfusionMatrix confusion = LevelReading.Of(table, offset.Get % 10 * 0.002).Confusion;
            return Enumerable.Range(0, 8).All(level =>
                Math.Abs(confusion.Row(level).ToArray().Sum() - 1) < 1e-14
                    && confusion.Row(level).ToArray().All(static rate => rate is >= 0 and <= 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_misread_by_two_levels_is_rarer_than_by_one()
    {
        ConfusionMatrix confusion = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        confusion[2, 0].ShouldBeGreaterThan(0);
        confusion[2, 0].ShouldBeLessThan(confusion[2, 1] * 1e-5);
    }

    [Fact]
    public void A_larger_offset_of_the_sense_amplifier_never_reads_better()
    {
        double[] rates =
            [.. Enumerable.Range(0, 20)
                .Select(static step => LevelReading.Of(PublishedLevels.ThreeBits, step * 0.001).Confusion.MeanErrorRate)];
        rates.ShouldBe(rates.Order());
        rates[19].ShouldBeGreaterThan(rates[0] * 1.5);
    }

    [Fact]
    public void A_mirrored_table_has_mirrored_rates()
    {
        LevelTable mirrored = PublishedLevels.ThreeBits with
        {
            Means = [.. PublishedLevels.ThreeBits.Means.Reverse().Select(static mean => 1 - mean)],
            Sigmas = [.. PublishedLevels.ThreeBits.Sigmas.Reverse()],
        };
        ConfusionMatrix straight = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        ConfusionMatrix reversed = LevelReading.Of(mirrored).Confusion;
        ShouldBeClose(reversed.MisreadDown(2), straight.MisreadUp(5), 1e-9);
        ShouldBeClose(reversed.MisreadUp(1), straight.MisreadDown(6), 1e-9);
    }

    internal static void ShouldBeClose(double actual, double expected, double relative) =>
        (Math.Abs(actual - expected) <= relative * Math.Abs(expected)).ShouldBeTrue($"{actual:R} is not within {relative} of {expected:R}");

    private static void ShouldMatch(IReadOnlyList<double> actual, double[] expected, double absolute)
    {
        actual.Count.ShouldBe(expected.Length);
        for (int index = 0; index < expected.Length; index++)
            actual[index].ShouldBe(expected[index], absolute);
    }
}
