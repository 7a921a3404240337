using Memti.Abstractions;

namespace Memti.Plugins.Adapters.Tests;

public sealed class LearningRateTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(79, 0.1)]
    [InlineData(80, 0.01)]
    [InlineData(99, 0.01)]
    [InlineData(100, 0.001)]
    [InlineData(119, 0.001)]
    [InlineData(500, 0.001)]
    public void Steps_of_120_epochs_are_those_of_the_published_training(int epoch, double rate) => // srebuffi/residual_adapters
        LearningRates.At(new TrainingRecipe { Epochs = 120 }, epoch * 10L, 10).ShouldBe(rate, 1e-12);

    [Fact]
    public void A_cosine_starts_at_the_first_rate_passes_half_of_it_and_ends_at_zero()
    {
        var recipe = new TrainingRecipe { Epochs = 10, Schedule = TrainingSchedule.Cosine, LearningRate = 0.2 };

        new[] { 0L, 50, 100, 200 }.Select(step => Math.Round(LearningRates.At(recipe, step, 10), 12)).ShouldBe([0.2, 0.1, 0, 0]);
    }

    [Fact]
    public void Warm_up_rises_step_by_step()
    {
        var recipe = new TrainingRecipe { Epochs = 10, Schedule = TrainingSchedule.Constant, LearningRate = 1, Warmup = 1 };

        Enumerable.Range(0, 5).Select(step => LearningRates.At(recipe, step, 4)).ShouldBe([0.2, 0.4, 0.6, 0.8, 1], 1e-12);
    }
}
