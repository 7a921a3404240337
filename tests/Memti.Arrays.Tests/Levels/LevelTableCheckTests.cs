using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tests.Levels;

public sealed class LevelTableCheckTests
{
    [Fact]
    public void Published_levels_are_without_findings() =>
        PublishedLevels.All.SelectMany(static table => LevelTableCheck.Findings(table)).ShouldBeEmpty();

    [Theory]
    [InlineData(1, new double[] { 0 }, new double[] { 0.1, 0.1 }, "MEMTI6501", "levels.means", "1", "2, two")]
    [InlineData(2, new double[] { 0, 0.5, 1 }, new double[] { 0.1, 0.1, 0.1, 0.1 }, "MEMTI6501", "levels.means", "3", "4, two")]
    [InlineData(1, new double[] { 0, 1 }, new double[] { 0.1, 0.1, 0.1 }, "MEMTI6501", "levels.sigmas", "3", "2, two")]
    [InlineData(0, new double[] { 0 }, new double[] { 0.1 }, "MEMTI6501", "levels.bits_per_cell", "0", "1 to 8")]
    [InlineData(1, new double[] { 0, 1 }, new double[] { 0.1, 0 }, "MEMTI6502", "levels.sigmas[1]", "0", "above 0")]
    [InlineData(1, new double[] { 0, 1 }, new double[] { 0.1, double.NaN }, "MEMTI6502", "levels.sigmas[1]", "NaN", "above 0")]
    [InlineData(1, new double[] { double.NaN, 1 }, new double[] { 0.1, 0.1 }, "MEMTI6502", "levels.means[0]", "NaN", "a number")]
    [InlineData(1, new double[] { 1, 0 }, new double[] { 0.1, 0.1 }, "MEMTI6503", "levels.means[1]", "0", "above 1")]
    [InlineData(1, new double[] { 1, 1 }, new double[] { 0.1, 0.1 }, "MEMTI6503", "levels.means[1]", "1", "above 1")]
    [InlineData(1, new double[] { 0, 0.1 }, new double[] { 0.05, 0.5 }, "MEMTI6504", "levels.sigmas[1]", "0.5", "at most 0.3695")]
    [InlineData(1, new double[] { 0, 0.1 }, new double[] { 0.5, 0.05 }, "MEMTI6504", "levels.sigmas[0]", "0.5", "at most 0.3695")]
    public void Levels_that_cannot_be_are_found(
        int bits, double[] means, double[] sigmas, string code, string key, string value, string permitted)
    {
        Diagnostic finding = LevelTableCheck.Findings(PublishedLevels.Rram(bits, means, sigmas)).ShouldHaveSingleItem();
        (finding.Code, finding.Key, finding.Value).ShouldBe((code, key, value));
        finding.Permitted.ShouldNotBeNull().ShouldStartWith(permitted);
    }

    [Fact]
    public void All_findings_of_a_kind_come_at_once() =>
        LevelTableCheck.Findings(PublishedLevels.Rram(2, [0, 0.3, 0.2, 0.1], [0.1, 0.1, 0.1, 0.1]), "cell.levels")
            .Select(static finding => finding.Key).ShouldBe(["cell.levels.means[2]", "cell.levels.means[3]"]);

    [Theory]
    [InlineData(0.3694, true)]
    [InlineData(0.3695, false)]
    public void The_permitted_sigma_is_the_widest_with_a_threshold(double sigma, bool permitted) =>
        LevelTableCheck.Findings(PublishedLevels.Rram(1, [0, 0.1], [0.05, sigma])).Any().ShouldBe(!permitted);

    [Fact]
    public void A_negative_offset_is_refused()
    {
        Diagnostic finding = Should.Throw<MemtiException>(static () => LevelReading.Of(PublishedLevels.TwoBits, -0.1)).Diagnostic;
        (finding.Code, finding.Key, finding.Permitted).ShouldBe((ArrayCodes.BadLevelSpread, "sense_offset", "0 or more"));
    }

    [Fact]
    public void An_offset_that_hides_a_level_is_refused_as_levels_that_cross() =>
        Should.Throw<MemtiException>(static () => LevelReading.Of(PublishedLevels.Rram(1, [0, 0.001], [0.05, 0.1]))).Diagnostic.Code
            .ShouldBe(ArrayCodes.LevelsCross);
}
