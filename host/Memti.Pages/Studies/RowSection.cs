using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>The table of points, with what filters, sorts and compares them.</summary>
internal static class RowSection
{
    /// <summary>An axis of more words than this is filtered by a text.</summary>
    private const int MostWords = 40;

    public static Html Of(SweepResult result, int most)
    {
        SweepTable table = result.Table;
        Html rest = table.Rows > most
            ? Html.Of($"<noscript><p>The first {most} of {QuantityText.Count(table.Rows)} rows; the others need scripts.</p></noscript>")
            : Html.None;
        SweepRow[] first = [.. Enumerable.Range(0, Math.Min(most, table.Rows)).Select(table.RowAt)];
        return Html.Of($"""
            <div id="study-tools" hidden>{Filter(result)}{Sort(table)}</div>
            <p id="study-count" role="status" class="note"></p>
            {rest}
            <div id="study-rows">{Table(result, first, "Points and designs", most)}</div>
            <p class="tools" id="study-pager" hidden><button type="button" class="quiet" id="study-earlier">Earlier rows</button>
            <button type="button" class="quiet" id="study-later">Later rows</button></p>
            <div id="study-compare" aria-live="polite" hidden></div>

            """);
    }

    /// <summary>A table of rows.</summary>
    public static Html Table(SweepResult result, IReadOnlyList<SweepRow> rows, string caption, int most)
    {
        SweepTable table = result.Table;
        var shown = new PageTable(
            caption,
            ["point", .. table.Axes.Select(StudyText.Of), "design", .. table.Metrics.Select(StudyText.Of), "note"]);
        shown.Words(
            [.. Enumerable.Range(0, table.Axes.Count).Where(axis => !table.Axes[axis].IsNumber).Select(static axis => axis + 1),
            table.Axes.Count + 1, table.Axes.Count + table.Metrics.Count + 2]);
        foreach (SweepRow row in rows.Take(most))
            shown.Add(
                table.Designs[row.Design],
                [
                    Html.Of($"{row.Point}"),
                    .. table.Axes.Select((_, axis) => Html.Of($"{table.Text(row.Point, axis)}")),
                    Html.Of($"{table.Designs[row.Design]}"),
                    .. table.Metrics.Select((_, metric) => Metric(table, row, metric)),
                    Html.Of($"{Note(table, row)}"),
                ]);
        Html rest = rows.Count > most ? Html.Of($"<p class=\"note\">and {rows.Count - most} more</p>") : Html.None;
        return Html.Of($"{shown.ToHtml()}{rest}");
    }

    /// <summary>What is to be said of a row beside its numbers.</summary>
    public static string Note(SweepTable table, SweepRow row) =>
        table.Error(row.Point)?.Code ?? (table.IsPermitted(row) ? "" : "breaks a constraint");

    private static Html Metric(SweepTable table, SweepRow row, int metric) => table.HasIntervals && !double.IsNaN(table.Low(row, metric))
        ? Html.Of($"""
            {StudyText.Number(table.Value(row, metric))}<br><span class="fine">{StudyText.Number(table.Low(row, metric))} to
            {StudyText.Number(table.High(row, metric))}</span>
            """)
        : Html.Of($"{StudyText.Number(table.Value(row, metric))}");

    private static Html Filter(SweepResult result)
    {
        SweepTable table = result.Table;
        IEnumerable<Html> words = table.Axes
            .Select((axis, place) => (Axis: axis, Place: place))
            .Where(static one => !one.Axis.IsNumber)
            .Select(one => Words(table, one.Axis, one.Place));
        IEnumerable<Html> numbers = table.Axes
            .Where(static axis => axis.IsNumber)
            .Select(static axis => Range(axis.Name, StudyText.Of(axis)))
            .Concat(table.Metrics.Where(metric => table.Axes.All(axis => axis.Name != metric.Name))
                .Select(static metric => Range(metric.Name, StudyText.Of(metric))));
        Html front = result.Front is null
            ? Html.None
            : Html.Of($"""<label><input type="checkbox" id="only-front"> on the front only</label>""");
        return Html.Of($"""
            <details class="filter" open><summary>Filter</summary>
            <div class="ranges">{words}{numbers}</div>
            <p class="tools"><label><input type="checkbox" id="only-permitted"> keep the constraints</label> {front}
            <button type="button" class="quiet" id="study-clear">Clear the filter</button></p></details>

            """);
    }

    private static Html Words(SweepTable table, SweepAxis axis, int place)
    {
        string[] values = [.. Enumerable.Range(0, table.Points).Select(point => table.Text(point, place)).Distinct().Take(MostWords + 1)];
        IEnumerable<Html> choices = values.Take(MostWords).Select(value => Html.Of($"""
            <label><input type="checkbox" data-axis="{axis.Name}" value="{value}" checked> {value}</label>

            """));
        return values.Length > MostWords
            ? Html.None
            : Html.Of($"""<fieldset class="words"><legend>{StudyText.Of(axis)}</legend>{choices}</fieldset>""");
    }

    private static Html Range(string name, string title) => Html.Of($"""
        <fieldset class="range"><legend>{title}</legend>
        <label>from <input type="number" step="any" data-range="{name}" data-end="from"></label>
        <label>to <input type="number" step="any" data-range="{name}" data-end="to"></label></fieldset>

        """);

    private static Html Sort(SweepTable table)
    {
        IEnumerable<Html> columns = table.Axes
            .Where(static axis => axis.IsNumber)
            .Select(static axis => (axis.Name, Title: StudyText.Of(axis)))
            .Concat(table.Metrics.Select(static metric => (metric.Name, Title: StudyText.Of(metric))))
            .DistinctBy(static column => column.Name)
            .Select(static column => Html.Of($"""<option value="{column.Name}">{column.Title}</option>"""));
        return Html.Of($"""
            <p class="tools"><label>Sort by
            <select id="study-sort"><option value="">the order of the study</option>{columns}</select></label>
            <label><input type="checkbox" id="study-descending"> greatest first</label></p>

            """);
    }
}
