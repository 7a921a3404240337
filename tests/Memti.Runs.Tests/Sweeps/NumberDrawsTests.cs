using Memti.Runs.Sweeps.Uncertainty;

namespace Memti.Runs.Tests.Sweeps;

public sealed class NumberDrawsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.2)]
    [InlineData(0.5, 3)]
    [InlineData(1, 5)]
    public void A_quantile_lies_between_its_neighbours(double share, double expected) =>
        Quantile.Of([1, 2, 3, 4, 5], share).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_no_samples_there_is_no_quantile() => Quantile.Of([], 0.5).ShouldBe(double.NaN);
}
