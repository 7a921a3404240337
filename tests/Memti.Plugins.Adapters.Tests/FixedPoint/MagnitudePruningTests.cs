using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Tests.FixedPoint;

public sealed class MagnitudePruningTests
{
    [Fact]
    public void The_smallest_magnitudes_go_first()
    {
        float[] values = [0.3f, -0.1f, 0.2f, -0.4f];

        MagnitudePruning.Prune(values, 0.5).ShouldBe(2);
        values.ShouldBe([0.3f, 0, 0, -0.4f]);
    }

    [Fact]
    public void Of_equal_magnitudes_the_earlier_go_first()
    {
        float[] values = [1, -1, 1, -1];

        MagnitudePruning.Prune(values, 0.5).ShouldBe(2);
        values.ShouldBe([0, 0, 1, -1]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.24, 0)]
    [InlineData(0.99, 3)]
    public void Shares_round_down(double share, int pruned) => MagnitudePruning.Prune(new float[4], share).ShouldBe(pruned);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void A_share_is_from_0_to_below_1(double share) =>
        Should.Throw<ArgumentOutOfRangeException>(() => MagnitudePruning.Prune(new float[4], share));
}
