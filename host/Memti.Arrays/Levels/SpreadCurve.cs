using Memti.Abstractions.Cells;

namespace Memti.Arrays.Levels;

/// <summary>Sigma as a function of the mean: linear between given levels, constant outside them.</summary>
internal sealed class SpreadCurve
{
    private readonly NormalLevel[] _levels;

    private SpreadCurve(NormalLevel[] levels) => _levels = levels;

    public double First => _levels[0].Mean;

    public double Last => _levels[^1].Mean;

    public static SpreadCurve Of(LevelTable table) => new(LevelTableCheck.Readings(table, 0));

    /// <summary>The level at a mean.</summary>
    public NormalLevel At(double mean)
    {
        int above = Array.FindIndex(_levels, level => level.Mean >= mean);
        if (above <= 0)
            return new NormalLevel(mean, above == 0 ? _levels[0].Sigma : _levels[^1].Sigma);
        (NormalLevel low, NormalLevel high) = (_levels[above - 1], _levels[above]);
        double share = (mean - low.Mean) / (high.Mean - low.Mean);
        return new NormalLevel(mean, (low.Sigma * (1 - share)) + (high.Sigma * share));
    }
}
