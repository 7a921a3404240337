using System.Globalization;
using Memti.Charts.Axes;
using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>Groups of bars side by side, in panels; each bar has its value above it, and an error bar where its spread is known.</summary>
public sealed record GroupedBars : Chart
{
    private const double PanelHeight = 220, GroupGap = 22, MostBar = 44, LeastBar = 28, Between = 4;

    /// <summary>The panels from top to bottom.</summary>
    public required IReadOnlyList<BarPanel> Panels { get; init; }

    /// <summary>The axis of the values, which begins at zero.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Format of the values above the bars. Default: one decimal.</summary>
    public string ValueFormat { get; init; } = "0.0";

    /// <inheritdoc />
    private protected override double DrawBody(Svg svg, double top)
    {
        string[] names = [.. Panels.SelectMany(static panel => panel.Series).Select(static series => series.Name).Distinct()];
        double y = Legend.Draw(svg, Edge, top, names.Select(static (name, place) => (name, SeriesLook.Of(place))), LegendSwatch.Areas) + 8;
        AxisRange range = AxisRange.Of(Axis, Panels.SelectMany(Values), 6, fromZero: true);
        double left = Edge + 24 + range.Ticks.Max(static tick => TextWidth.Of(tick.Label, 12));
        double length = svg.Width - Edge - left;
        foreach (BarPanel panel in Panels)
        {
            int perRow = Math.Clamp((int)(length / ((panel.Series.Count * LeastBar) + GroupGap)), 1, Math.Max(1, panel.Groups.Count));
            // Rows of equal length: 6 and 1 would be 4 and 3.
            int rows = (panel.Groups.Count + perRow - 1) / perRow;
            perRow = (panel.Groups.Count + rows - 1) / Math.Max(1, rows);
            for (int first = 0; first < panel.Groups.Count; first += perRow)
            {
                string title = first == 0 ? panel.Title : panel.Title.Length == 0 ? "continued" : panel.Title + ", continued";
                int count = Math.Min(perRow, panel.Groups.Count - first);
                y = Row(svg, new PanelRow(panel, names, title, first, count, perRow), range, left, y);
            }
        }

        return y;
    }

    private static IEnumerable<double> Values(BarPanel panel) => panel.Series.SelectMany(static series => series.Values
        .Select((value, place) => series.IntervalOf(place)?.High ?? value).OfType<double>());

    private double Row(Svg svg, PanelRow row, AxisRange range, double left, double top)
    {
        svg.Text(left, top + 12, TextWidth.Fit(row.Title, 12, svg.Width - left - Edge), bold: true);
        double ground = top + 32 + PanelHeight;
        double length = svg.Width - Edge - left;
        foreach (Tick tick in range.Ticks)
        {
            double y = ground - (range.Share(tick.Value) * PanelHeight);
            svg.Line(left, y, left + length, y, tick.Value == 0 ? 1 : 0.16);
            svg.Text(left - 6, y + 4, tick.Label, "end");
        }

        svg.TextUpwards(Edge + 10, ground - (PanelHeight / 2), Axis.Label);
        double groupWidth = length / row.PerRow;
        for (int place = 0; place < row.Count; place++)
            Group(svg, row, row.First + place, range, new Place(left + (place * groupWidth), ground, groupWidth));
        return ground + (row.Panel.Notes is null ? 30 : 46);
    }

    private void Group(Svg svg, PanelRow row, int group, AxisRange range, Place place)
    {
        int bars = row.Panel.Series.Count;
        double wide = Math.Min(MostBar, (place.Width - GroupGap) / Math.Max(1, bars));
        double x = place.Left + ((place.Width - (wide * bars)) / 2);
        string name = row.Panel.Groups[group];
        svg.Open(name, name);
        foreach (BarSeries series in row.Panel.Series)
        {
            if (series.Values[group] is { } value)
                Bar(svg, (name, series, value, group), SeriesLook.Of(Array.IndexOf(row.Names, series.Name)), range,
                    new Place(x, place.Ground, wide - Between));
            x += wide;
        }

        double middle = place.Left + (place.Width / 2);
        svg.Text(middle, place.Ground + 17, TextWidth.Fit(name, 12, place.Width - 4), "middle");
        if (row.Panel.Notes is { } notes)
            svg.Text(middle, place.Ground + 32, TextWidth.Fit(notes[group], 11, place.Width), "middle", 11, faint: true);
        svg.Close();
    }

    private void Bar(
        Svg svg, (string Group, BarSeries Series, double Value, int Place) bar, SeriesLook look, AxisRange range, Place place)
    {
        double Y(double value) => place.Ground - (Math.Clamp(range.Share(value), 0, 1) * PanelHeight);
        string text = Written(bar.Value);
        Interval? interval = bar.Series.IntervalOf(bar.Place);
        string spread = bar.Series.Spreads?[bar.Place] is { } half ? $" ± {Written(half)}"
            : interval is { } ends ? $", {Written(ends.Low)} to {Written(ends.High)}" : "";
        svg.Open($"{bar.Group}, {bar.Series.Name}: {text}{spread}");
        svg.Bar(place.Left, Y(bar.Value), place.Width, place.Ground - Y(bar.Value), look);
        double high = Y(interval?.High ?? bar.Value);
        double middle = place.Left + (place.Width / 2);
        if (interval is { } drawn)
        {
            (string x, string left) = (Svg.Number(middle), Svg.Number(middle - 5));
            (string from, string to) = (Svg.Number(high), Svg.Number(Y(drawn.Low)));
            svg.Path($"M{x} {from}V{to}M{left} {from}h10M{left} {to}h10");
        }

        svg.Text(middle, high - 5, text, "middle", 11);
        svg.Close();
    }

    private string Written(double value) => value.ToString(ValueFormat, CultureInfo.InvariantCulture);

    private readonly record struct Place(double Left, double Ground, double Width);

    private sealed record PanelRow(BarPanel Panel, string[] Names, string Title, int First, int Count, int PerRow);
}
