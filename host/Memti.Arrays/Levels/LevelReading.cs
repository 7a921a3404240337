using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>
/// A cell's levels with the references that tell them apart. References are set when the array is built, from the levels as freshly
/// programmed, and stay where they are while the levels drift.
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

    /// <summary>The references on the read scale, rising, one fewer than levels.</summary>
    public IReadOnlyList<double> Thresholds => _thresholds;

    /// <summary>Misread rates of freshly programmed cells.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Finds references and misread rates.</summary>
    /// <param name="table">The levels.</param>
    /// <param name="senseOffset">Standard deviation of the sense amplifier's offset on the read scale, added in quadrature; 0 or more.</param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the first finding of <see cref="LevelTableCheck"/>.</exception>
    public static LevelReading Of(LevelTable table, double senseOffset = 0)
    {
        IReadOnlyList<Diagnostic> findings = LevelTableCheck.Findings(table, senseOffset: senseOffset);
        return findings.Count == 0 ? new LevelReading(table, senseOffset) : throw new MemtiException(findings[0]);
    }

    /// <summary>Misread rates of cells that have aged, with the references of fresh ones.</summary>
    /// <param name="drift">What time does to the levels.</param>
    /// <param name="age">Time since the cells were programmed, 0 or more; at 0 this is <see cref="Confusion"/>.</param>
    /// <param name="temperatureKelvin">Temperature in K meanwhile.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadDrift"/>: a parameter outside its range.</exception>
    public ConfusionMatrix After(RetentionDrift drift, TimeSpan age, double temperatureKelvin)
    {
        LevelDrift movement = LevelDrift.Of(drift, age, temperatureKelvin);
        return age == TimeSpan.Zero
            ? Confusion
            : ConfusionMatrix.Of([.. LevelTableCheck.Readings(Table, 0).Select(level => Sensed(movement.Move(level)))], _thresholds);
    }

    /// <summary>Cells drift, the sense amplifier's offset does not.</summary>
    private NormalLevel Sensed(NormalLevel level) => level.Widened(SenseOffset);

    private static double Between(NormalLevel lower, NormalLevel upper) =>
        LevelThreshold.TryFind(lower, upper, out double threshold) ? threshold : throw new InvalidOperationException("Checked levels have a threshold.");
}
