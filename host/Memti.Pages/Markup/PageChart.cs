using Memti.Charts;

namespace Memti.Pages.Markup;

/// <summary>A chart on a page, drawn for wide and for narrow screens, so that its text keeps its size.</summary>
internal static class PageChart
{
    private static readonly int[] Widths = [520, 340];

    /// <summary>The chart.</summary>
    /// <param name="id">Its anchor, of letters and hyphens.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="more">What stands below it, such as its numbers.</param>
    public static Html Of(string id, Chart chart, Html more = default) => Html.Of($"""
        <figure class="chart" id="{id}"><figcaption>{chart.Title}</figcaption>
        {Widths.Select(width => Html.Of($"""<div class="w{width}">{Drawn(id, chart, width)}</div>"""))}
        {more}</figure>

        """);

    private static Html Drawn(string id, Chart chart, int width) => Html.Trusted(
        chart.Draw(new ChartFormat { Width = width, Ids = $"{id}-{width}", HasCaption = false }));
}
