using System.Globalization;
using System.Text;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Rendering;

/// <summary>The figures of all designs, each with the published one, the ratio and the status under it.</summary>
internal static class ComparisonTable
{
    public static string Render(RunReport report)
    {
        var table = new TextTable(["", .. report.Designs.Select(static design => design.Name)]);
        for (int column = 0; column < ResultColumn.All.Count; column++)
            Add(table, ResultColumn.All[column], [.. report.Designs.Select(design => design.Comparisons[column])]);
        return table + Footnotes(report);
    }

    private static string Footnotes(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"saved energy: against {report.Baseline.Design} as it runs ({Firmware(report.Baseline)}), {Quantity.Number(report.Baseline.EnergyPerFrameMj)} mJ per frame\n");
        text.Append(CultureInfo.InvariantCulture, $"best baseline: {report.BestBaseline.Design} under the best firmware it can have ({Firmware(report.BestBaseline)}), {Quantity.Number(report.BestBaseline.EnergyPerFrameMj)} mJ per frame\n");
        if (report.ReferenceSource is { } source)
            text.Append(CultureInfo.InvariantCulture, $"published: {source}{Starred(report)}\n");
        foreach (IGrouping<double, DesignReport> away in report.Designs.Where(static design => AwayFrom(design) is not null).GroupBy(static design => AwayFrom(design)!.Value))
            text.Append(CultureInfo.InvariantCulture, $"not shown: what is published at {Quantity.Number(away.Key)} frames/s, for designs at another rate: {string.Join(", ", away.Select(static design => design.Name))}\n");
        return text.ToString();
    }

    /// <summary>What a star behind a published figure means, where one has it.</summary>
    private static string Starred(RunReport report)
    {
        Abstractions.NumberStatus[] statuses = [.. report.Designs.SelectMany(static design => design.Comparisons)
            .Select(static figure => figure.ReferenceStatus).OfType<Abstractions.NumberStatus>()
            .Where(static status => status != Abstractions.NumberStatus.Published).Distinct().Order()];
        return statuses.Length == 0 ? "" : $"; * {string.Join(", ", statuses.Select(StatusWord.Of))} from it";
    }

    /// <summary>The rate that published figures of a design hold at, where it runs at another one; else null.</summary>
    private static double? AwayFrom(DesignReport design) => design.Comparisons.Select(static figure => figure.HoldsAtFps).FirstOrDefault(static fps => fps is not null);

    private static string Firmware(BaselineSummary baseline) =>
        string.Join(", ", [baseline.Firmware, .. baseline.Options.Select(static option => $"{option.Key}: {option.Value}")]);

    private static void Add(TextTable table, ResultColumn column, Comparison[] cells)
    {
        table.Add([column.Title, .. cells.Select(Ours)]);
        if (cells.Any(static cell => cell.Reference is not null))
        {
            table.Add(["  published", .. cells.Select(Published)]);
            table.Add(["  ratio", .. cells.Select(static cell => cell.Ratio?.ToString("0.000", CultureInfo.InvariantCulture) ?? "")]);
        }

        if (cells.Any(static cell => cell.Status is not null))
            table.Add(["  status", .. cells.Select(static cell => cell.Status is null || cell.Value is null ? "" : StatusWord.Of(cell.Status.Value))]);
    }

    private static string Ours(Comparison cell) =>
        cell.Column.Key == "lifetime_years" ? Quantity.Lifetime(cell.Value) : Quantity.Number(cell.Value);

    private static string Published(Comparison cell) => cell.Reference is null
        ? ""
        : Quantity.Number(cell.Reference) + (cell.ReferenceStatus is { } status and not Abstractions.NumberStatus.Published ? "*" : "");
}
