using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;

namespace Memti.Arrays.Levels;

/// <summary>
/// Levels of a cell with the references between them. References are set when the array is built, from freshly programmed levels. The
/// offset of the sense amplifier does not age.
/// </summary>
public sealed class LevelReading
{
    private readonly double[] _thresholds;

    private LevelReading(LevelTable table, double senseOffset)
    {
        (Table, SenseOffset) = (table, senseOffset);
        NormalLevel[] levels = LevelTableCheck.Readings(table, senseOffset);
        _thresholds = [.. levels.Skip(1).Select((upper, lower) => Between(levels[lower], upper))];
        Confusion = ConfusionMatrix.Of(levels, _thresholds);
    }

    /// <summary>The levels.</summary>
    public LevelTable Table { get; }

    /// <summary>Standard deviation of the sense amplifier's offset on the read scale.</summary>
    public double SenseOffset { get; }

    /// <summary>References on the read scale, ascending; one fewer than levels.</summary>
    public IReadOnlyList<double> Thresholds => _thresholds;

    /// <summary>Misread rates of freshly programmed cells.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Computes references and misread rates.</summary>
    /// <param name="table">The levels.</param>
    /// <param name="senseOffset">
    /// Standard deviation of the sense amplifier's offset on the read scale, added in quadrature; 0 or more.
    /// </param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the first finding of <see cref="LevelTableCheck"/>.</exception>
    public static LevelReading Of(LevelTable table, double senseOffset = 0)
    {
        IReadOnlyList<Diagnostic> findings = LevelTableCheck.Findings(table, senseOffset: senseOffset);
        return findings.Count == 0 ? new LevelReading(table, senseOffset) : throw new MemtiException(findings[0]);
    }

    /// <summary>Misread rates of aged cells.</summary>
    /// <param name="drift">Drift of the levels.</param>
    /// <param name="age">Time since the cells were programmed, 0 or more; at 0 this is <see cref="Confusion"/>.</param>
    /// <param name="temperatureKelvin">Temperature in K during that time.</param>
    /// <param name="referencesTrack">
    /// True to recompute references for the aged levels, as with reference cells that age like the data; false to keep them.
    /// </param>
    /// <exception cref="MemtiException">
    /// <see cref="ArrayCodes.BadDrift"/>: a parameter is outside its range. MEMTI6503 or 6504: references track, and the aged levels
    /// cross.
    /// </exception>
    public ConfusionMatrix After(RetentionDrift drift, TimeSpan age, double temperatureKelvin, bool referencesTrack = false)
    {
        LevelDrift movement = LevelDrift.Of(drift, age, temperatureKelvin);
        // Equal to the bit at age 0: moving by zero would still round the sigmas once more.
        if (age == TimeSpan.Zero)
            return Confusion;
        NormalLevel[] aged = [.. LevelTableCheck.Readings(Table, 0).Select(movement.Move)];
        return referencesTrack
            ? Of(
                Table with { Means = [.. aged.Select(static level => level.Mean)], Sigmas = [.. aged.Select(static level => level.Sigma)] },
                SenseOffset).Confusion
            : ConfusionMatrix.Of([.. aged.Select(level => level.Widened(SenseOffset))], _thresholds);
    }

    private static double Between(NormalLevel lower, NormalLevel upper) =>
        LevelThreshold.TryFind(lower, upper, out double threshold)
            ? threshold
            : throw new InvalidOperationException("Checked levels have a threshold.");
}
