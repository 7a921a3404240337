using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tests.Levels;

public sealed class LevelSpacingTests
{
    [Fact]
    public void Equal_sigmas_are_spaced_evenly()
    {
        LevelTable placed = LevelSpacing.ForWorstThreshold(PublishedLevels.Rram(1, [0, 1], [0.02, 0.02]), 2);
        placed.Means.Zip([0, 1 / 3.0, 2 / 3.0, 1]).ShouldAllBe(static pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Fact]
    public void Every_threshold_costs_the_same_share_of_misreads()
    {
        ConfusionMatrix placed = LevelReading.Of(LevelSpacing.ForWorstThreshold(PublishedLevels.ThreeBits, 3)).Confusion;
        double[] costs = [.. Enumerable.Range(0, 7).Select(lower => placed.MisreadUp(lower) + placed.MisreadDown(lower + 1))];
        costs.ShouldAllBe(cost => Math.Abs(cost / costs[0] - 1) < 1e-5);
    }

    [Fact]
    public void Placed_levels_beat_the_measured_ones_by_their_own_measure()
    {
        ConfusionMatrix measured = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        ConfusionMatrix worst = LevelReading.Of(LevelSpacing.ForWorstThreshold(PublishedLevels.ThreeBits, 3)).Confusion;
        ConfusionMatrix mean = LevelReading.Of(LevelSpacing.ForMeanMisread(PublishedLevels.ThreeBits, 3)).Confusion;
        worst.WorstErrorRate.ShouldBeLessThan(measured.WorstErrorRate);
        mean.MeanErrorRate.ShouldBeLessThanOrEqualTo(worst.MeanErrorRate);
        mean.MeanErrorRate.ShouldBeLessThan(measured.MeanErrorRate);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Levels_can_be_placed_for_other_numbers_of_bits_and_say_so(int bits)
    {
        LevelTable placed = LevelSpacing.ForMeanMisread(PublishedLevels.ThreeBits, bits);
        LevelTableCheck.Findings(placed).ShouldBeEmpty();
        (placed.Means.Count, placed.Means[0], placed.Means[^1]).ShouldBe((1 << bits, 0, 1));
        placed.Status.ShouldBe(NumberStatus.Derived);
    }

    [Fact]
    public void More_levels_in_the_same_range_are_misread_more()
    {
        double[] rates =
            [.. Enumerable.Range(1, 4)
                .Select(
                    static bits =>
                        LevelReading.Of(LevelSpacing.ForWorstThreshold(PublishedLevels.ThreeBits, bits)).Confusion.MeanErrorRate)];
        rates.ShouldBe(rates.Order());
    }

    [Fact]
    public void An_absurd_number_of_bits_is_refused() =>
        Should.Throw<MemtiException>(static () => LevelSpacing.ForWorstThreshold(PublishedLevels.ThreeBits, 9)).Diagnostic.Code
            .ShouldBe(ArrayCodes.BadLevelCount);
}
