using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads the level distributions of a cell and refuses those that no thresholds can tell apart.</summary>
internal sealed class LevelsReader(CellSources sources, FindingList findings)
{
    private static readonly CellOrigin Origin = new("this table");
    private static readonly DocumentKey<int?> Bits = new("bits_per_cell", "Bits that the levels store", 1, 4) { Required = "1 to 4" };

    private static readonly DocumentKey<IReadOnlyList<double>?> Means =
        Numbers(
            "means",
            "Mean of each level, rising; 0 is the lowest level and 1 the highest",
            new(0, 1),
            "a list with the mean of each level");

    private static readonly DocumentKey<IReadOnlyList<double>?> Sigmas = Numbers(
        "sigmas",
        "Standard deviation of each level",
        new(1e-6, 1) { Shown = "1e-6 to 1" },
        "a list with the standard deviation of each level");

    private static readonly DocumentKey<Section> Table =
        new("", "Normal distributions of the levels", new SectionType(new KeySection(Bits, Means, Sigmas, Origin.Status, Origin.Source)));

    /// <summary>The form of the tables.</summary>
    public static readonly ListType<Section> Form = new(Table, 0, 4);

    public IReadOnlyList<LevelTable> Read(Section root)
    {
        List<LevelTable> tables = [];
        foreach (Section fields in CellKeys.Levels.Read(root) ?? [])
            if (ReadTable(fields) is { } table && IsFirst(table, tables, fields))
                tables.Add(table);
        return tables;
    }

    private LevelTable? ReadTable(Section fields)
    {
        int? bits = Bits.Read(fields);
        double[]? means = Read(Means, fields, bits);
        double[]? sigmas = Read(Sigmas, fields, bits);
        (NumberStatus Status, string Source)? known = sources.Of(fields.Node.Place, fields);
        if (bits is null || means is null || sigmas is null || known is not { } origin || !AreApart(fields, means, sigmas))
            return null;
        return new LevelTable(bits.Value, means, sigmas, origin.Status, origin.Source);
    }

    private static DocumentKey<IReadOnlyList<double>?> Numbers(string name, string description, ValueRange range, string required) =>
        new(name, description, new ListType<double>(new DocumentKey<double>("", "", new RealNumberType { Range = range }), 2, 16))
        {
            Required = required,
        };

    private double[]? Read(DocumentKey<IReadOnlyList<double>?> key, Section fields, int? bits)
    {
        if (key.Read(fields) is not { } numbers)
            return null;
        var list = (SequenceNode)key.Find(fields)!;
        int count = 1 << (bits ?? 0);
        if (bits is not null && list.Items.Count != count)
            Refuse(list, $"{list.Items.Count} values", $"{count} values, one for each level of {bits} bits");
        return numbers.Count == list.Items.Count && numbers.Count == count ? [.. numbers] : null;
    }

    /// <summary>True when every level lies above the one below it and their densities cross between the means.</summary>
    private bool AreApart(Section fields, double[] means, double[] sigmas)
    {
        int before = findings.Count;
        IReadOnlyList<Node> places = ((SequenceNode)Means.Find(fields)!).Items;
        for (int level = 1; level < means.Length; level++)
            if (means[level] <= means[level - 1])
                Refuse(places[level], Text(means[level]), $"above {Text(means[level - 1])}, the mean of the level below");
            else if (!Cross(means[level] - means[level - 1], sigmas[level - 1], sigmas[level]))
                Refuse(
                    places[level],
                    $"{Text(means[level])} with sigma {Text(sigmas[level])}",
                    $"a mean and sigma whose density crosses that of the level below ({Text(means[level - 1])}, sigma "
                        + $"{Text(sigmas[level - 1])}) between the two means");
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
        Refuse(Bits.Find(fields)!, Text(table.BitsPerCell) + " again", "one table for each number of bits");
        return false;
    }

    private void Refuse(Node node, string value, string permitted) =>
        findings.Add(CellCodes.CellLevels, node.Place, $"'{node.Place.Key}' is {value}; permitted: {permitted}.", value, permitted);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
