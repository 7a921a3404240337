using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads the level distributions of a cell and refuses those that no thresholds can tell apart.</summary>
internal sealed class LevelsReader(CellSources sources, FindingList findings)
{
    private const int MostBits = 4;
    private static readonly string[] Keys = ["bits_per_cell", "means", "sigmas", CellKeys.Status, CellKeys.Source];
    private static readonly ValueRange Scale = new(0, 1);
    private static readonly ValueRange Spread = new(1e-6, 1) { Shown = "1e-6 to 1" };

    public IReadOnlyList<LevelTable> Read(Section root)
    {
        List<LevelTable> tables = [];
        foreach (Node item in root.List(CellKeys.Levels) ?? [])
            if (Section.Of(item, findings) is { } fields && ReadTable(fields) is { } table && IsFirst(table, tables, fields))
                tables.Add(table);
        return tables;
    }

    private LevelTable? ReadTable(Section fields)
    {
        fields.RefuseOthers(Keys);
        fields.Require("bits_per_cell", "1 to 4");
        long? bits = fields.Whole("bits_per_cell", 1, MostBits);
        fields.Require("means", "a list with the mean of each level");
        double[]? means = Numbers(fields, "means", Scale, bits);
        fields.Require("sigmas", "a list with the standard deviation of each level");
        double[]? sigmas = Numbers(fields, "sigmas", Spread, bits);
        (NumberStatus Status, string Source)? known = sources.Of(fields.Node.Place, fields);
        if (bits is null || means is null || sigmas is null || known is not { } origin || !AreApart(fields, means, sigmas))
            return null;
        return new LevelTable((int)bits, means, sigmas, origin.Status, origin.Source);
    }

    private double[]? Numbers(Section fields, string key, ValueRange range, long? bits)
    {
        if (fields.List(key) is not { } items)
            return null;
        List<double> numbers = [];
        foreach (Node item in items)
            if (NodeValue.TryReadNumber(item, findings, out DecimalNumber number))
                if (range.Holds(number.ToDouble()))
                    numbers.Add(number.ToDouble());
                else
                    findings.OutOfRange(item, range.ToString());
        if (bits is not null && items.Count != 1 << (int)bits)
            Refuse(fields.Find(key)!, $"{items.Count} values", $"{1 << (int)bits} values, one for each level of {bits} bits");
        return numbers.Count == items.Count && items.Count == 1 << (int)(bits ?? 0) ? [.. numbers] : null;
    }

    /// <summary>True when every level lies above the one below it and their densities cross between the means.</summary>
    private bool AreApart(Section fields, double[] means, double[] sigmas)
    {
        int before = findings.Count;
        IReadOnlyList<Node> places = fields.List("means")!;
        for (int level = 1; level < means.Length; level++)
            if (means[level] <= means[level - 1])
                Refuse(places[level], Text(means[level]), $"above {Text(means[level - 1])}, the mean of the level below");
            else if (!Cross(means[level] - means[level - 1], sigmas[level - 1], sigmas[level]))
                Refuse(places[level], $"{Text(means[level])} with sigma {Text(sigmas[level])}", $"a mean and sigma whose density crosses that of the level below ({Text(means[level - 1])}, sigma {Text(sigmas[level - 1])}) between the two means");
        return findings.Count == before;
    }

    // Each density must be the greater one at its own mean; then they cross once in between.
    private static bool Cross(double distance, double below, double above)
    {
        double ratio = Math.Log(above / below);
        return ratio + (distance * distance / (2 * above * above)) > 0 && ratio - (distance * distance / (2 * below * below)) < 0;
    }

    private bool IsFirst(LevelTable table, List<LevelTable> others, Section fields)
    {
        if (others.TrueForAll(other => other.BitsPerCell != table.BitsPerCell))
            return true;
        Refuse(fields.Find("bits_per_cell")!, Text(table.BitsPerCell) + " again", "one table for each number of bits");
        return false;
    }

    private void Refuse(Node node, string value, string permitted) =>
        findings.Add(DiagnosticCode.CellLevels, node.Place, $"'{node.Place.Key}' is {value}; permitted: {permitted}.", value, permitted);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
