using System.Globalization;
using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Reports;

namespace Memti.Pages.Reports;

/// <summary>The figures of all designs; each opens to its status, the published figure and the numbers that it rests on.</summary>
internal static class FigureTable
{
    private const int MostNumbers = 6;

    public static Html Of(RunReport report)
    {
        Dictionary<string, NumberRow> numbers = report.Numbers.ToDictionary(static row => row.Number, StringComparer.Ordinal);
        IEnumerable<Html> heads = report.Designs.Select(static design =>
            Html.Of($"""<th role="columnheader" scope="col" data-design="{design.Name}">{design.Name}</th>"""));
        IEnumerable<Html> rows = ResultColumn.All.Select((column, place) => Row(report, column, place, numbers));
        return Html.Of($"""
            <p class="tools"><button type="button" class="quiet" id="expand" hidden>Show what is behind each figure</button></p>
            <div class="table"><table class="cards figures" role="table"><caption>Figures of each design; open one for its status and
            sources</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">figure</th>{heads}</tr></thead>
            <tbody role="rowgroup">
            {rows}</tbody></table></div>
            {Notes(report)}
            """);
    }

    private static Html Row(RunReport report, ResultColumn column, int place, Dictionary<string, NumberRow> numbers)
    {
        int comma = column.Title.LastIndexOf(", ", StringComparison.Ordinal);
        (string name, string unit) = comma < 0 ? (column.Title, "") : (column.Title[..comma], column.Title[(comma + 2)..]);
        IEnumerable<Html> cells = report.Designs.Select(design => Html.Of($"""
            <td role="cell" data-design="{design.Name}" data-label="{design.Name}">{Cell(report, design.Comparisons[place], numbers)}</td>
            """));
        return Html.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{name} <span class="unit">{Unit(unit)}</span></th>{cells}</tr>

            """);
    }

    private static string Unit(string unit) => unit switch
    {
        "mm2" => "mm²",
        "x" => "×",
        "years" => "",
        _ => unit,
    };

    private static Html Cell(RunReport report, Comparison figure, Dictionary<string, NumberRow> numbers)
    {
        if (figure.Value is null)
            return Html.Of($"<span class=\"none\">–</span>");
        string value = figure.Column.Key == "lifetime_years" ? QuantityText.Lifetime(figure.Value) : QuantityText.Number(figure.Value);
        Html published = figure.Reference is { } reference
            ? Html.Of($"<span class=\"published\">published {QuantityText.Number(reference)}, {Ratio(figure)}</span>")
            : Html.None;
        return Html.Of($"""
            <details><summary><span class="value">{value}</span> {Badge.Of(figure.Status)}{published}</summary>
            <div class="behind">{Behind(report, figure, numbers)}</div></details>
            """);
    }

    private static string Ratio(Comparison figure) => figure.Ratio?.ToString("0.000", CultureInfo.InvariantCulture) + "×";

    private static Html Behind(RunReport report, Comparison figure, Dictionary<string, NumberRow> numbers)
    {
        Html exact = Html.Of($"<p>{figure.Value?.ToString("R", CultureInfo.InvariantCulture)}</p>");
        string? reference = figure.Reference?.ToString("R", CultureInfo.InvariantCulture);
        Html published = reference is null
            ? Html.None
            : Html.Of($"<p>Published: {reference} {Badge.Of(figure.ReferenceStatus)}<br>{report.ReferenceSource}</p>");
        string none = figure.Status is null ? "Its status was not asked for." : "No uncertain number moves it.";
        if (figure.Elasticities.Count == 0)
            return Html.Of($"{exact}{published}<p>{none}</p>");
        IEnumerable<Html> rests = figure.Elasticities
            .OrderByDescending(static number => Math.Abs(number.Value ?? double.MaxValue))
            .Take(MostNumbers)
            .Select(number => Number(number, numbers.GetValueOrDefault(number.Number)));
        int more = figure.Elasticities.Count - MostNumbers;
        Html rest = more > 0 ? Html.Of($"<li>and {more} more that move it less</li>") : Html.None;
        return Html.Of($"{exact}{published}<p>Rests on (% per %):</p><ul>{rests}{rest}</ul>");
    }

    private static Html Number(Elasticity number, NumberRow? row)
    {
        string strength = number.Value?.ToString("+0.00;-0.00", CultureInfo.InvariantCulture) ?? "a choice";
        Html source = row is null
            ? Html.None
            : Html.Of($" = {row.Value} {Badge.Of(row.Status)}<br><span class=\"fine\">{row.Source}</span>");
        return Html.Of($"<li><b>{strength}</b> <code>{number.Number}</code>{source}</li>");
    }

    private static Html Notes(RunReport report)
    {
        Html published = report.ReferenceSource is { } source ? Html.Of($"<p class=\"note\">Published: {source}.</p>") : Html.None;
        return Html.Of($"""
            <p class="note">Saved energy is against {report.Baseline.Design} as it runs ({Firmware(report.Baseline)},
            {QuantityText.Number(report.Baseline.EnergyPerFrameMj)} mJ per frame). The best baseline is {report.BestBaseline.Design} under
            the best firmware it can have ({Firmware(report.BestBaseline)},
            {QuantityText.Number(report.BestBaseline.EnergyPerFrameMj)} mJ).</p>
            {published}
            """);
    }

    private static string Firmware(BaselineSummary baseline) =>
        string.Join(", ", [baseline.Firmware, .. baseline.Options.Select(static option => $"{option.Key}: {option.Value}")]);
}
