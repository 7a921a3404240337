using Memti.Abstractions.Training;
using Memti.Tensors.Optimisation;

namespace Memti.Trainers.Schedules;

/// <summary>Learning rate schedules of recipes.</summary>
public static class LearningRates
{
    /// <summary>Creates the learning rate over epochs; fractions of epochs count.</summary>
    public static ILearningRate Of(TrainingRecipe recipe)
    {
        ILearningRate rate = recipe.Schedule switch
        {
            // srebuffi/residual_adapters: of 120 epochs a tenth from epoch 80 on and another from 100 on, here in proportion.
            TrainingSchedule.Steps => new MultiStepLr(recipe.LearningRate, [recipe.Epochs * 2 / 3.0, recipe.Epochs * 5 / 6.0]),
            TrainingSchedule.Cosine => new CosineAnnealingLr(recipe.LearningRate, recipe.Epochs),
            _ => new MultiStepLr(recipe.LearningRate, []),
        };
        return recipe.Warmup > 0 ? new LinearWarmup(rate, recipe.Warmup) : rate;
    }
}
