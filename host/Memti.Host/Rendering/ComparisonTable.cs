using System.Globalization;
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
        string source = report.ReferenceSource is null ? "" : $"published: {report.ReferenceSource}\n";
        return table + source;
    }

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
        : Quantity.Number(cell.Reference) + (cell.ReferenceStatus is { } status and not Abstractions.NumberStatus.Published ? $" ({StatusWord.Of(status)})" : "");
}
