using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tearing;

/// <summary>
/// Reads cells that stand anywhere on the scale of their levels. Between two levels, mean and spread of the reading are interpolated: no
/// publication has measured them there (assumed).
/// </summary>
internal sealed class LevelScale
{
    private readonly LevelReading _reading;

    private LevelScale(LevelReading reading) => _reading = reading;

    /// <summary>The scale of cells with a number of bits.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/> or MEMTI65xx.</exception>
    public static LevelScale Of(FaultRequest request, int bits) =>
        new(LevelReading.Of(FaultModels.LevelsOf(request, bits), request.SenseOffset));

    /// <summary>The level that a read returns.</summary>
    /// <param name="position">Where the cell stands, in levels.</param>
    /// <param name="uniform">A random number, 0 to below 1.</param>
    public int Read(double position, double uniform)
    {
        NormalLevel level = At(position);
        int read = 0;
        // A reading lies above a reference just when its share of the distribution does.
        while (read < _reading.Thresholds.Count && uniform >= level.Below(_reading.Thresholds[read]))
            read++;
        return read;
    }

    private NormalLevel At(double position)
    {
        LevelTable table = _reading.Table;
        int lower = Math.Clamp((int)Math.Floor(position), 0, table.Means.Count - 1);
        int upper = Math.Min(lower + 1, table.Means.Count - 1);
        double share = Math.Clamp(position - lower, 0, 1);
        return new NormalLevel(
            table.Means[lower] + ((table.Means[upper] - table.Means[lower]) * share),
            table.Sigmas[lower] + ((table.Sigmas[upper] - table.Sigmas[lower]) * share)).Widened(_reading.SenseOffset);
    }
}
