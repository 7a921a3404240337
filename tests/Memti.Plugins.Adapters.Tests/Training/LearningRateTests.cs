using Memti.Abstractions.Training;
using Memti.Trainers.Schedules;

namespace Memti.Plugins.Adapters.Tests.Training;

public sealed class LearningRateTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(79.9, 0.1)]
    [InlineData(80, 0.01)]
    [InlineData(99.9, 0.01)]
    [InlineData(100, 0.001)]
    [InlineData(120, 0.001)]
    public void Steps_of_120_epochs_are_those_of_the_published_training(double epoch, double rate) => // srebuffi/residual_adapters
        LearningRates.Of(new TrainingRecipe { Epochs = 120 }).At(epoch).ShouldBe(rate, 1e-12);

    [Fact]
    public void A_cosine_starts_at_the_first_rate_passes_half_of_it_and_ends_at_zero()
    {
        var recipe = new TrainingRecipe { Epochs = 10, Schedule = TrainingSchedule.Cosine, LearningRate = 0.2 };

        new[] { 0.0, 5, 10 }.Select(epoch => LearningRates.Of(recipe).At(epoch)).ShouldBe([0.2, 0.1, 0], 1e-12);
    }

    [Fact]
    public void Warm_up_rises_in_a_straight_line()
    {
        var recipe = new TrainingRecipe { Epochs = 10, Schedule = TrainingSchedule.Constant, LearningRate = 1, Warmup = 2 };

        new[] { 0.0, 0.5, 1, 2, 3 }.Select(epoch => LearningRates.Of(recipe).At(epoch)).ShouldBe([0, 0.25, 0.5, 1, 1], 1e-12);
    }
}
