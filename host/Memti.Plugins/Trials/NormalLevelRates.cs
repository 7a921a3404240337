using Memti.Abstractions.Cells;
using Memti.Arrays.Levels;

namespace Memti.Plugins.Trials;

/// <summary>Misread rates of normal levels, read against the thresholds between them.</summary>
internal sealed class NormalLevelRates : ILevelRates
{
    /// <inheritdoc />
    public double[,] Of(LevelTable levels)
    {
        ConfusionMatrix confusion = LevelReading.Of(levels).Confusion;
        double[,] rates = new double[confusion.Levels, confusion.Levels];
        for (int stored = 0; stored < confusion.Levels; stored++)
            for (int read = 0; read < confusion.Levels; read++)
                rates[stored, read] = confusion[stored, read];
        return rates;
    }
}
