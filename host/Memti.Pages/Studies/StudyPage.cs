using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Queries;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>The results of a study as a page.</summary>
public static class StudyPage
{
    /// <summary>Rows that the table has without scripts.</summary>
    private const int MostRows = 100;

    /// <summary>The page, in one file that asks for nothing. Equal results give equal bytes.</summary>
    /// <param name="result">The results.</param>
    /// <param name="command">The command that writes the page again.</param>
    public static string Of(SweepResult result, string command)
    {
        ArgumentNullException.ThrowIfNull(result);
        IReadOnlyList<StudyDrawing> drawings = StudyCharts.Of(result);
        return PageShell.Of(
            result.Study,
            "study",
            Lead(result),
            Sections(result, drawings, command),
            StudyData.Of(result, drawings),
            "page.js",
            "study.js");
    }

    /// <summary>The page of an explorer, whose rows and points come from the server that it is from.</summary>
    /// <param name="result">The results.</param>
    /// <param name="queries">Their queries.</param>
    /// <param name="command">The command that serves the page.</param>
    public static string ToExplore(SweepResult result, TableQueries queries, string command)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(queries);
        return PageShell.Served(
            result.Study,
            "study",
            Lead(result),
            Sections(result, queries.Drawings, command),
            StudyData.ToServe(result, queries.Drawings),
            "page.js",
            "study.js");
    }

    private static PageSection[] Sections(SweepResult result, IReadOnlyList<StudyDrawing> drawings, string command)
    {
        PageSection?[] sections =
        [
            Charts(drawings),
            Crossings(result),
            Front(result),
            UncertaintySection.Of(result),
            new("rows", "Points", RowSection.Of(result, MostRows)),
            Failures(result),
            new("provenance", "Provenance", Provenance(result, command)),
        ];
        return [.. sections.OfType<PageSection>()];
    }

    private static Html Lead(SweepResult result)
    {
        SweepTable table = result.Table;
        string failed = table.Failed == 0 ? "" : $", {QuantityText.Count(table.Failed)} of which failed";
        string designs = table.Designs.Count == 1 ? "one design" : $"{table.Designs.Count} designs";
        IEnumerable<Html> choices = table.Designs.Select((design, place) => Html.Of($"""
            <li><label><input type="checkbox" name="design" value="{design}" checked> <b>{design}</b></label>
            <span>{(place == 0 && table.Designs.Count > 1 ? "what the others are set against" : "")}</span></li>

            """));
        return Html.Of($"""
            <p class="lead">{result.Description}</p>
            <p class="lead">{QuantityText.Count(table.Points)} points{failed}, {designs}.</p>
            <fieldset class="designs" id="filter"><legend>Designs shown</legend><ul>{choices}</ul></fieldset>

            """);
    }

    private static PageSection? Charts(IReadOnlyList<StudyDrawing> drawings)
    {
        if (drawings.All(static drawing => drawing.Chart is null))
            return null;
        IEnumerable<Html> charts = drawings.Select(static (drawing, place) => drawing.Chart is not { } chart
            ? drawing.Wanted.IsUsual
                ? Html.None
                : Html.Of($"<p class=\"note\">Chart {drawing.Wanted.Name} is not drawn: {drawing.Trouble}.</p>")
            : Html.Of($"""
                <div class="study-chart" data-chart="{place}">{PageChart.Of($"chart-{place}", chart, Live(place))}</div>
                """));
        return new PageSection("charts", "Charts", Html.Of($"{charts}"));
    }

    private static Html Live(int place) => Html.Of($"""
        <div class="live" hidden><div class="plot" id="plot-{place}"></div>
        <p class="tools"><button type="button" class="quiet" data-whole="{place}">Whole chart</button>
        <span class="fine">Drag over the chart to zoom; click a name to hide it.</span></p></div>
        """);

    private static PageSection? Crossings(SweepResult result)
    {
        if (result.CrossingMetric is null)
            return null;
        IEnumerable<Html> crossings = result.Crossings.Select(crossing => Html.Of($"<li>{StudyText.Of(result.Table, crossing)}</li>"));
        IEnumerable<Html> others = result.Table.Designs.Skip(1)
            .Where((_, place) => result.Crossings.All(one => one.Design != place + 1))
            .Select(design => Html.Of($"<li>{design} does not cross {result.Table.Designs[0]}</li>"));
        return new PageSection("crossings", "Crossings", Html.Of($"""
            <p class="note">{StudyText.Of(result.Table.Metrics[result.CrossingMetric.Value])}</p><ul>{crossings}{others}</ul>
            """));
    }

    private static PageSection? Front(SweepResult result)
    {
        if (result.Front is not { } front)
            return null;
        IEnumerable<string> wanted = front.Objectives
            .Select(one => (one.Maximise ? "most " : "least ") + StudyText.Of(result.Table.Metrics[one.Metric]));
        return new PageSection("front", "Pareto front", Html.Of($"""
            <p class="note">{QuantityText.Count(front.Rows.Count)} rows that no other row beats in {string.Join("; ", wanted)}.
            They keep all constraints.</p>
            <details><summary>The rows of the front</summary>{RowSection.Table(result, front.Rows, "Rows of the front", MostRows)}</details>
            """));
    }

    private static PageSection? Failures(SweepResult result)
    {
        SweepTable table = result.Table;
        if (table.Failed == 0)
            return null;
        var failures = new PageTable("Points that failed, by code", "code", "points", "the first point", "what it says").Words(2, 3);
        IEnumerable<IGrouping<string, int>> codes = Enumerable.Range(0, table.Points)
            .Where(point => table.Error(point) is not null)
            .GroupBy(point => table.Error(point)!.Code, StringComparer.Ordinal)
            .OrderBy(static code => code.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, int> code in codes)
            failures.Add(
                null,
                Html.Of($"<code>{code.Key}</code>"),
                Html.Of($"{QuantityText.Count(code.Count())}"),
                Html.Of($"{Words(table, code.First())}"),
                Html.Of($"{table.Error(code.First())!.Message}"));
        return new PageSection("failures", "Failures", failures.ToHtml());
    }

    private static string Words(SweepTable table, int point) =>
        string.Join(", ", table.Axes.Select((axis, place) => $"{axis.Name} {table.Text(point, place)}"));

    private static Html Provenance(SweepResult result, string command)
    {
        var plugins = new PageTable("Plugins that took part", "plugin", "version", "SHA-256").Words(1, 2);
        foreach (PluginRow plugin in result.Plugins)
            plugins.Add(
                null, Html.Of($"<code>{plugin.Id}</code>"), Html.Of($"{plugin.Version ?? "of the host"}"),
                Html.Of($"<code class=\"hash\">{plugin.Sha256 ?? "–"}</code>"));
        return Html.Of($"""
            {CommandLine.Of(command)}
            <dl class="terms">
            <dt>Memti</dt><dd>{result.Version}</dd>
            <dt>Study {Path.GetFileName(result.File)}, SHA-256</dt><dd><code class="hash">{result.Sha256}</code></dd>
            <dt>Scenario {Path.GetFileName(result.Base)}, SHA-256</dt><dd><code class="hash">{result.BaseSha256}</code></dd>
            </dl>
            {plugins.ToHtml()}
            """);
    }
}
