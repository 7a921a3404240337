using Memti.Charts.Axes;
using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>A dot per row: values that lie decades apart, where the length of a bar would mean nothing.</summary>
public sealed record DotChart : Chart
{
    private const double RowHeight = 26, MarkHeight = 18;

    /// <summary>The rows from top to bottom.</summary>
    public required IReadOnlyList<DotRow> Rows { get; init; }

    /// <summary>Names of the kinds of rows.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The axis along the rows.</summary>
    public required Axis Axis { get; init; }

    /// <inheritdoc />
    private protected override double DrawBody(Svg svg, double top)
    {
        var names = new RowNames(svg, Rows.Select(static row => row.Name), Edge, most: 0.34);
        double left = names.Left;
        double length = svg.Width - Edge - left - Rows.Select(static row => TextWidth.Of(row.Text, 12)).DefaultIfEmpty(0).Max() - 16;
        IEnumerable<(string, SeriesLook)> kinds = Kinds.Select(static (kind, place) => (kind, SeriesLook.Of(place)));
        double y = Legend.Draw(svg, Edge, top, kinds, LegendSwatch.Markers) + 8;
        AxisRange range = AxisRange.Of(Axis, Rows.Select(static row => row.Value).OfType<double>(), Math.Max(2, (int)(length / 64)));
        double rowHeight = RowHeight + names.Above;
        double bottom = y + (Rows.Count * rowHeight);
        foreach (Tick tick in range.Ticks)
        {
            double x = left + (range.Share(tick.Value) * length);
            svg.Line(x, y - 4, x, bottom, 0.16);
            svg.Text(x, bottom + 15, tick.Label, "middle");
        }

        for (int row = 0; row < Rows.Count; row++)
        {
            double mark = y + (row * rowHeight) + names.Above;
            svg.Open($"{Rows[row].Name}: {Rows[row].Text}", Rows[row].Name);
            names.Draw(svg, Rows[row].Name, mark, MarkHeight);
            Dot(svg, Rows[row], range, left, length, mark + (MarkHeight / 2));
            svg.Close();
        }

        svg.Line(left, bottom, left + length, bottom);
        svg.Text(left + (length / 2), bottom + 32, Axis.Label, "middle");
        return bottom + 38;
    }

    private void Dot(Svg svg, DotRow row, AxisRange range, double left, double length, double y)
    {
        double x = left;
        if (row.Value is { } value && Axis.CanShow(value))
        {
            x += range.Share(value) * length;
            svg.Line(left, y, x, y, 0.45, "1 3");
            svg.Marker(x, y, SeriesLook.Of(row.Kind), 5);
        }

        svg.Text(x + 12, y + 4, row.Text);
    }
}
