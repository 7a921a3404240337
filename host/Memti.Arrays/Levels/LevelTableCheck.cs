using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;

namespace Memti.Arrays.Levels;

/// <summary>Checks a table of levels and reports all findings at once.</summary>
public static class LevelTableCheck
{
    /// <summary>Most bits per cell: levels are stored in a byte.</summary>
    private const int MostBitsPerCell = 8;

    /// <summary>All findings, in the order of the levels; none for a valid table. The caller adds file and line.</summary>
    /// <param name="table">The table as its author wrote it.</param>
    /// <param name="key">Key of the table, such as <c>levels</c>; the findings name its <c>means</c> and <c>sigmas</c>.</param>
    /// <param name="senseOffset">Standard deviation of the sense amplifier's offset, added to every sigma in quadrature; 0 or more.</param>
    public static IReadOnlyList<Diagnostic> Findings(LevelTable table, string key = "levels", double senseOffset = 0)
    {
        ArgumentNullException.ThrowIfNull(table);
        Diagnostic[] findings = [.. Counts(table, key)];
        // Each check presupposes the one before: crossings of unordered levels would be noise.
        if (findings.Length == 0)
            findings = [.. Spreads(table, key), .. Offset(senseOffset)];
        if (findings.Length == 0)
            findings = [.. Order(table, key)];
        return findings.Length == 0 ? [.. Crossings(table, key, senseOffset)] : findings;
    }

    private static IEnumerable<Diagnostic> Counts(LevelTable table, string key)
    {
        if (table.BitsPerCell is < 1 or > MostBitsPerCell)
        {
            yield return LevelFinding.Of(ArrayCodes.BadLevelCount, key + ".bits_per_cell", table.BitsPerCell, "1 to 8");
            yield break;
        }

        foreach ((string name, int count) in new[] { ("means", table.Means.Count), ("sigmas", table.Sigmas.Count) })
        {
            if (count != 1 << table.BitsPerCell)
                yield return BadCount($"{key}.{name}", count, table.BitsPerCell);
        }
    }

    private static Diagnostic BadCount(string key, int count, int bits)
    {
        string permitted = string.Create(CultureInfo.InvariantCulture, $"{1 << bits}, two to the power of {bits} bits per cell");
        return new(
            ArrayCodes.BadLevelCount, string.Create(CultureInfo.InvariantCulture, $"'{key}' has {count} entries; permitted: {permitted}."))
        {
            Key = key,
            Value = count.ToString(CultureInfo.InvariantCulture),
            Permitted = permitted,
        };
    }

    private static IEnumerable<Diagnostic> Spreads(LevelTable table, string key)
    {
        for (int level = 0; level < table.Means.Count; level++)
        {
            if (!double.IsFinite(table.Means[level]))
                yield return LevelFinding.Of(ArrayCodes.BadLevelSpread, Entry(key, "means", level), table.Means[level], "a number");
            if (!(table.Sigmas[level] > 0) || !double.IsFinite(table.Sigmas[level]))
                yield return LevelFinding.Of(ArrayCodes.BadLevelSpread, Entry(key, "sigmas", level), table.Sigmas[level], "above 0");
        }
    }

    private static IEnumerable<Diagnostic> Offset(double senseOffset)
    {
        if (!(senseOffset >= 0) || !double.IsFinite(senseOffset))
            yield return LevelFinding.Of(ArrayCodes.BadLevelSpread, "sense_offset", senseOffset, "0 or more");
    }

    private static IEnumerable<Diagnostic> Order(LevelTable table, string key)
    {
        for (int level = 1; level < table.Means.Count; level++)
        {
            if (!(table.Means[level] > table.Means[level - 1]))
                yield return LevelFinding.Of(
                    ArrayCodes.LevelsOutOfOrder,
                    Entry(key, "means", level),
                    table.Means[level],
                    $"above {LevelFinding.Text(table.Means[level - 1])}, the mean of the level below");
        }
    }

    private static IEnumerable<Diagnostic> Crossings(LevelTable table, string key, double senseOffset)
    {
        NormalLevel[] levels = Readings(table, senseOffset);
        for (int upper = 1; upper < levels.Length; upper++)
        {
            if (!LevelThreshold.TryFind(levels[upper - 1], levels[upper], out _))
                yield return Cross(table, key, upper, levels);
        }
    }

    private static Diagnostic Cross(LevelTable table, string key, int upper, NormalLevel[] levels)
    {
        int wider = levels[upper].Sigma > levels[upper - 1].Sigma ? upper : upper - 1;
        NormalLevel narrow = levels[wider == upper ? upper - 1 : upper];
        double most = WidestSigma(narrow.Sigma, table.Means[upper] - table.Means[upper - 1]);
        string permitted = string.Create(
            CultureInfo.InvariantCulture, $"at most {most:G4} beside a sigma of {narrow.Sigma:G4}, sense-amplifier offset included");
        string entry = Entry(key, "sigmas", wider);
        return new(
            ArrayCodes.LevelsCross,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{entry}' is {levels[wider].Sigma:R}: levels {upper - 1} and {upper} have no threshold between their means "
                    + $"{table.Means[upper - 1]:R} and {table.Means[upper]:R}; permitted: {permitted}."))
        {
            Key = entry,
            Value = LevelFinding.Text(levels[wider].Sigma),
            Permitted = permitted,
        };
    }

    /// <summary>
    /// Largest sigma at which two levels still have a threshold: the wider density must exceed the narrower one at its own mean, so
    /// ln(wide / narrow) stays below half the squared distance in narrow sigmas. The exponent is cut at 700, short of overflow.
    /// </summary>
    private static double WidestSigma(double narrow, double distance) =>
        narrow * Math.Exp(Math.Min(0.5 * distance * distance / (narrow * narrow), 700));

    /// <summary>
    /// Levels as they are read. The spread of the cell and the offset of the sense amplifier are independent, so they add in quadrature.
    /// </summary>
    internal static NormalLevel[] Readings(LevelTable table, double senseOffset) =>
        [.. table.Means.Zip(table.Sigmas, (mean, sigma) => new NormalLevel(mean, sigma).Widened(senseOffset))];

    private static string Entry(string key, string name, int level) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}.{name}[{level}]");
}
