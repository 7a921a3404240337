using Memti.Abstractions;

namespace Memti.Plugins.Adapters;

/// <summary>The learning rate of each step of a recipe.</summary>
internal static class LearningRates
{
    private const double Drop = 0.1;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="recipe">First rate, schedule, warm-up and epochs.</param>
    /// <param name="step">Step from 0 on; beyond the last epoch, the last rate.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    internal static double At(TrainingRecipe recipe, long step, int stepsPerEpoch)
    {
        double warmup = recipe.Warmup * stepsPerEpoch;
        if (step < warmup)
            return recipe.LearningRate * (step + 1) / (warmup + 1);
        double done = Math.Min((double)step / stepsPerEpoch / recipe.Epochs, 1);
        return recipe.LearningRate * recipe.Schedule switch
        {
            TrainingSchedule.Steps => Stairs(step / stepsPerEpoch, recipe.Epochs),
            TrainingSchedule.Cosine => (1 + Math.Cos(Math.PI * done)) / 2,
            _ => 1,
        };
    }

    /// <summary>1, 0.1 from two thirds of the epochs on, 0.01 from five sixths on.</summary>
    private static double Stairs(long epoch, int epochs) => epoch * 6 >= epochs * 5L ? Drop * Drop : epoch * 3 >= epochs * 2L ? Drop : 1;
}
