using System.Globalization;
using System.Text;
using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>Figures of all designs, each with the published one, their ratio and the status below it.</summary>
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
        text.Append($"saved energy: against {report.Baseline.Design} as it runs ")
            .Append($"({Firmware(report.Baseline)}), {PerFrame(report.Baseline)}\n")
            .Append($"best baseline: {report.BestBaseline.Design} under the best firmware it can have ")
            .Append($"({Firmware(report.BestBaseline)}), {PerFrame(report.BestBaseline)}\n");
        if (report.ReferenceSource is { } source)
            text.Append($"published: {source}{Starred(report)}\n");
        foreach ((double fps, string designs) in Away(report))
            text.Append($"not shown: what is published at {QuantityText.Number(fps)} frames/s, for designs at another rate: {designs}\n");
        return text.ToString();
    }

    private static string PerFrame(BaselineSummary baseline) => $"{QuantityText.Number(baseline.EnergyPerFrameMj)} mJ per frame";

    /// <summary>Frame rates of published figures, each with the designs that run at another rate.</summary>
    private static IEnumerable<(double Fps, string Designs)> Away(RunReport report) => report.Designs
        .Select(static design => (design.Name, Fps: AwayFrom(design)))
        .Where(static design => design.Fps is not null)
        .GroupBy(static design => design.Fps!.Value)
        .Select(static group => (group.Key, string.Join(", ", group.Select(static design => design.Name))));

    /// <summary>Meaning of a star after a published figure; empty without stars.</summary>
    private static string Starred(RunReport report)
    {
        Memti.Abstractions.Parameters.NumberStatus[] statuses = [.. report.Designs.SelectMany(static design => design.Comparisons)
            .Select(static figure => figure.ReferenceStatus).OfType<Memti.Abstractions.Parameters.NumberStatus>()
            .Where(static status => status != Memti.Abstractions.Parameters.NumberStatus.Published).Distinct().Order()];
        return statuses.Length == 0 ? "" : $"; * {string.Join(", ", statuses.Select(StatusWord.Of))} from it";
    }

    /// <summary>Frame rate of the published figures of a design when the design runs at another one; else null.</summary>
    private static double? AwayFrom(DesignReport design) =>
        design.Comparisons.Select(static figure => figure.HoldsAtFps).FirstOrDefault(static fps => fps is not null);

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
            table.Add(
                [
                    "  status",
                    .. cells.Select(static cell => cell.Status is null || cell.Value is null ? "" : StatusWord.Of(cell.Status.Value))
                ]);
    }

    private static string Ours(Comparison cell) =>
        cell.Column.Key == "lifetime_years" ? QuantityText.Lifetime(cell.Value) : QuantityText.Number(cell.Value);

    private static string Published(Comparison cell) => cell.Reference is null
        ? ""
        : QuantityText.Number(cell.Reference)
            + (cell.ReferenceStatus is { } status and not Memti.Abstractions.Parameters.NumberStatus.Published ? "*" : "");
}
