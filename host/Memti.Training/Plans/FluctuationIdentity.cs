using Memti.Abstractions.Training;

namespace Memti.Training.Plans;

/// <summary>Recipes and readings as parts of an identity.</summary>
internal static class FluctuationIdentity
{
    public static string Of(FluctuationRecipe recipe) => FormattableString.Invariant(
        $"bits={recipe.InputBits}; amplitude={recipe.Amplitude:R}; exponent={recipe.Exponent:R}; decomposed={recipe.Decomposed}; ")
        + FormattableString.Invariant(
            $"correlation={recipe.Correlation:R}; energy_weight={recipe.EnergyWeight:R}; level_rate={recipe.LevelRate:R}");

    public static string Of(FluctuationReading reading) => FormattableString.Invariant(
        $"amplitude={reading.Amplitude:R}; exponent={reading.Exponent:R}; level={reading.LevelFactor:R}; ")
        + FormattableString.Invariant($"decomposed={reading.Decomposed}; correlation={reading.Correlation:R}");
}
