using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>The variants of all designs: one table per figure that a variant may change.</summary>
internal static class VariantTables
{
    private static readonly string[] Columns = ["max_fps", "energy_per_frame_mj", "saved_energy", "saved_energy_best_baseline"];

    public static void Render(RunReport report, Action<string, string> section)
    {
        foreach (ResultColumn column in ResultColumn.All.Where(static column => Columns.Contains(column.Key)))
            section($"Other readings of the rules: {column.Title}", Table(report, column));
        string described = string.Concat(report.Designs[0].Variants
            .Where(static variant => variant.Description.Length > 0)
            .Select(static variant => $"  {variant.Variant}: {variant.Description}\n"));
        if (described.Length > 0)
            section("The other readings", described);
    }

    private static string Table(RunReport report, ResultColumn column)
    {
        TextTable table = ReportTable.OneColumnPerDesign(report, "reading");
        table.Add(["as above", .. report.Designs.Select(design => QuantityText.Number(column.Value(design.Figures)))]);
        for (int index = 0; index < report.Designs[0].Variants.Count; index++)
            table.Add([Name(report.Designs[0], index), .. report.Designs.Select(design => Figure(column, design.Variants[index]))]);
        return table.ToString();
    }

    private static string Figure(ResultColumn column, VariantRow variant) => QuantityText.Number(column.Value(variant.Figures));

    /// <summary>Name of a variant, with its frame rate when that differs from the design's.</summary>
    private static string Name(DesignReport design, int index)
    {
        VariantRow variant = design.Variants[index];
        return variant.OperatingPoint.Fps == design.OperatingPoint.Fps
            ? variant.Variant
            : $"{variant.Variant} ({QuantityText.Number(variant.OperatingPoint.Fps)} frames/s)";
    }
}
