using Memti.Abstractions.Training;
using Memti.Tensors.Optimisation;

namespace Memti.Plugins.Adapters.Training;

/// <summary>The schedule of a recipe.</summary>
internal static class LearningRates
{
    /// <summary>The learning rate over epochs, fractions included.</summary>
    internal static ILearningRate Of(TrainingRecipe recipe)
    {
        ILearningRate rate = recipe.Schedule switch
        {
            TrainingSchedule.Steps => new MultiStepLr(recipe.LearningRate, [recipe.Epochs * 2 / 3.0, recipe.Epochs * 5 / 6.0]),
            TrainingSchedule.Cosine => new CosineAnnealingLr(recipe.LearningRate, recipe.Epochs),
            _ => new MultiStepLr(recipe.LearningRate, []),
        };
        return recipe.Warmup > 0 ? new LinearWarmup(rate, recipe.Warmup) : rate;
    }
}
