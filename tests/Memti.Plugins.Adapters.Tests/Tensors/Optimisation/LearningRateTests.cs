using Memti.Tensors.Optimisation;

namespace Memti.Plugins.Adapters.Tests.Tensors.Optimisation;

public sealed class LearningRateTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(79.99, 0.1)]
    [InlineData(80, 0.01)]
    [InlineData(119, 0.001)]
    public void Milestones_take_effect_when_they_are_reached(double epoch, double rate) =>
        new MultiStepLr(0.1, [80, 100]).At(epoch).ShouldBe(rate, 1e-12);

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(5, 0.11)]
    [InlineData(10, 0.02)]
    [InlineData(12, 0.02)]
    public void A_cosine_falls_from_the_first_rate_to_the_last(double epoch, double rate) =>
        new CosineAnnealingLr(0.2, 10, 0.02).At(epoch).ShouldBe(rate, 1e-12);

    [Theory]
    [InlineData(1, 0.025)]
    [InlineData(4, 0.1)]
    [InlineData(9, 0.1)]
    public void The_rate_rises_in_a_straight_line(double step, double rate) =>
        new LinearWarmup(new MultiStepLr(0.1, []), 4).At(step).ShouldBe(rate, 1e-12);
}
