using Memti.Charts.Axes;
using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>How far a result moves with each number that it rests on, the strongest first.</summary>
public sealed record Tornado : Chart
{
    private const double BarHeight = 18, RowGap = 12;

    /// <summary>The numbers, in any order.</summary>
    public required IReadOnlyList<TornadoRow> Rows { get; init; }

    /// <summary>The result with every number at its value.</summary>
    public required double Base { get; init; }

    /// <summary>The axis of the result.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Names of the two ends of a bar. Default: low and high end of the number.</summary>
    public (string Low, string High) Ends { get; init; } = ("number at its low end", "number at its high end");

    /// <inheritdoc />
    private protected override double DrawBody(Svg svg, double top)
    {
        TornadoRow[] rows = [.. Rows.OrderByDescending(static row => Math.Abs(row.AtHigh - row.AtLow))];
        var names = new RowNames(svg, rows.Select(static row => row.Name), Edge, most: 0.4);
        double left = names.Left;
        double length = svg.Width - Edge - left - 14;
        double y = Legend.Draw(svg, Edge, top, [(Ends.Low, SeriesLook.Of(0)), (Ends.High, SeriesLook.Of(1))], LegendSwatch.Areas) + 8;
        AxisRange range = AxisRange.Of(
            Axis, rows.SelectMany(static row => (double[])[row.AtLow, row.AtHigh]).Append(Base), Math.Max(2, (int)(length / 56)));
        double rowHeight = BarHeight + RowGap + names.Above;
        double bottom = y + (rows.Length * rowHeight);
        double At(double value) => left + (range.Share(value) * length);
        foreach (Tick tick in range.Ticks)
        {
            svg.Line(At(tick.Value), y - 4, At(tick.Value), bottom, 0.16);
            svg.Text(At(tick.Value), bottom + 15, tick.Label, "middle");
        }

        for (int row = 0; row < rows.Length; row++)
        {
            double bar = y + (row * rowHeight) + names.Above;
            string values = $"{TickLabel.Value(rows[row].AtLow)} to {TickLabel.Value(rows[row].AtHigh)}";
            svg.Open($"{rows[row].Name}: {values}", rows[row].Name);
            names.Draw(svg, rows[row].Name, bar, BarHeight);
            Half(svg, At(Base), At(rows[row].AtLow), bar, SeriesLook.Of(0));
            Half(svg, At(Base), At(rows[row].AtHigh), bar, SeriesLook.Of(1));
            svg.Close();
        }

        svg.Line(At(Base), y - 4, At(Base), bottom);
        svg.Text(left + (length / 2), bottom + 32, Axis.Label, "middle");
        return bottom + 38;
    }

    private static void Half(Svg svg, double from, double to, double top, SeriesLook look) =>
        svg.Bar(Math.Min(from, to), top, Math.Abs(to - from), BarHeight, look);
}
