using Memti.Charts.Axes;
using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>Rows of bars, each divided by series: where a sum goes.</summary>
public sealed record StackedBars : Chart
{
    private const double BarHeight = 22, RowGap = 12, Least = 0.05;

    /// <summary>Names of the rows.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>The series, each with a value per row; negative values are not shown.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>The axis along the bars, which begins at zero.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Writes the sum of a row behind its bar; null for no sums.</summary>
    public Func<double, string>? SumText { get; init; }

    /// <inheritdoc />
    private protected override double DrawBody(Svg svg, double top)
    {
        var names = new RowNames(svg, Rows, Edge, most: 0.3);
        double left = names.Left;
        double[] sums = [.. Rows.Select((_, row) => Series.Sum(series => Value(series, row)))];
        double sumRoom = SumText is null ? 8 : sums.Max(sum => TextWidth.Of(SumText(sum), 12)) + 12;
        double length = svg.Width - Edge - left - sumRoom;
        IEnumerable<(string, SeriesLook)> items = Series.Select(static (series, place) => (series.Name, LookOf(series, place)));
        double y = Legend.Draw(svg, Edge, top, items, LegendSwatch.Areas) + 8;
        AxisRange range = AxisRange.Of(Axis, sums, Math.Max(2, (int)(length / 56)), fromZero: true);
        double rowHeight = BarHeight + RowGap + names.Above;
        double bottom = y + (Rows.Count * rowHeight);
        svg.Begin("rows", ("left", left), ("length", length), ("high", range.High), ("top", y), ("pitch", rowHeight));
        svg.Begin("grid");
        Grid(svg, range, left, length, y - 4, bottom);
        svg.Close();
        for (int row = 0; row < Rows.Count; row++)
        {
            double bar = y + (row * rowHeight) + names.Above;
            svg.Open(Rows[row], Rows[row]);
            names.Draw(svg, Rows[row], bar, BarHeight);
            Stack(svg, row, left, bar, length, range);
            if (SumText is not null)
                svg.Text(left + (range.Share(sums[row]) * length) + 6, bar + 15, SumText(sums[row]), bold: true);
            svg.Close();
        }

        svg.Close();
        svg.Begin("foot");
        svg.Text(left + (length / 2), bottom + 32, Axis.Label, "middle");
        svg.Close();
        return bottom + 38;
    }

    private static SeriesLook LookOf(BarSeries series, int place) => SeriesLook.Of(series.Look ?? place);

    private static double Value(BarSeries series, int row) => Math.Max(0, series.Values[row] ?? 0);

    private static void Grid(Svg svg, AxisRange range, double left, double length, double top, double bottom)
    {
        foreach (Tick tick in range.Ticks)
        {
            double x = left + (range.Share(tick.Value) * length);
            svg.Line(x, top, x, bottom, tick.Value == 0 ? 1 : 0.16);
            svg.Text(x, bottom + 15, tick.Label, "middle");
        }
    }

    private void Stack(Svg svg, int row, double left, double top, double length, AxisRange range)
    {
        double x = left;
        for (int place = 0; place < Series.Count; place++)
        {
            double wide = range.Share(Value(Series[place], row)) * length;
            // Thinner than a line between two bars: it would look larger than it is.
            if (wide >= Least)
            {
                svg.Open($"{Rows[row]}, {Series[place].Name}: {TickLabel.Value(Value(Series[place], row))}");
                svg.Bar(x, top, wide, BarHeight, LookOf(Series[place], place));
                svg.Close();
            }

            x += wide;
        }
    }
}
