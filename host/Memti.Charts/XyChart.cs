using System.Text;
using Memti.Charts.Axes;
using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>Points and lines over two axes.</summary>
public sealed record XyChart : Chart
{
    /// <summary>Width from which lines are named at their ends.</summary>
    private const int Wide = 560;

    /// <summary>Points of a series above which its markers are small, and those that fall on the same pixel are drawn once.</summary>
    private const int Many = 200;

    private const double LabelStep = 15, LeastGap = 14;

    /// <summary>The series.</summary>
    public required IReadOnlyList<PointSeries> Series { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>Points that are pointed out; they are numbered, and explained below the chart.</summary>
    public IReadOnlyList<PointMark> Marks { get; init; } = [];

    /// <summary>Points that a thin line of steps joins, such as a front, in its order; null for none.</summary>
    public PointSeries? Boundary { get; init; }

    /// <summary>A value of the vertical axis to set others against; null for none.</summary>
    public double? Guide { get; init; }

    /// <inheritdoc />
    private protected override double DrawBody(Svg svg, double top)
    {
        bool ends = svg.Width >= Wide && Series.Count is > 1 and <= 12 && Series.All(static series => series.Line != LineStyle.None);
        double y = top;
        if (!ends && Series.Count > 1)
        {
            LegendSwatch swatches = Series.All(static series => series.Line == LineStyle.None) ? LegendSwatch.Markers : LegendSwatch.Lines;
            IEnumerable<(string, SeriesLook)> named = Series
                .Select((series, place) => (Series: series, Look: LookOf(series, place)))
                .Where(static one => !one.Series.IsFaint)
                .Select(static one => (one.Series.Name, one.Look));
            y = Legend.Draw(svg, Edge, top, named, swatches) + 4;
        }

        double height = Math.Clamp(svg.Width * 0.52, 220, 400);
        AxisRange vertical = AxisRange.Of(Y, [.. Series.SelectMany(Shown).Select(static point => point.Y), .. Ends, .. Guides], 7);
        double right = ends ? Math.Min(svg.Width * 0.28, Series.Max(static series => TextWidth.Of(series.Name, 12)) + 26) : 14;
        double left = Edge + 24 + vertical.Ticks.Select(static tick => TextWidth.Of(tick.Label, 12)).DefaultIfEmpty(20).Max();
        double width = svg.Width - Edge - left - right;
        AxisRange horizontal = AxisRange.Of(X, Series.SelectMany(Shown).Select(static point => point.X), Math.Max(3, (int)(width / 62)));
        var frame = new Frame(left, y + 8, width, height, horizontal, vertical);
        Axes(svg, frame);
        if (Boundary is { } boundary)
            svg.Path(Line(frame, boundary with { Line = LineStyle.Steps }), thick: 1);
        for (int place = 0; place < Series.Count; place++)
            Draw(svg, frame, Series[place], LookOf(Series[place], place));
        if (ends)
            Name(svg, frame);
        return Explain(svg, frame, y + 8 + height + 42);
    }

    private static SeriesLook LookOf(PointSeries series, int place) => SeriesLook.Of(series.Look ?? place);

    private IEnumerable<double> Ends => Series
        .SelectMany(series => (series.Intervals ?? []).Where((_, point) => Y.CanShow(series.Y[point])))
        .SelectMany(static ends => (double[])[ends.Low, ends.High]);

    private IEnumerable<double> Guides => Guide is { } value ? [value] : [];

    private IEnumerable<(double X, double Y)> Shown(PointSeries series) =>
        series.X.Zip(series.Y).Where(point => X.CanShow(point.First) && Y.CanShow(point.Second));

    private void Axes(Svg svg, Frame frame)
    {
        double bottom = frame.Top + frame.Height;
        foreach (Tick tick in frame.Horizontal.Ticks)
        {
            svg.Line(frame.X(tick.Value), frame.Top, frame.X(tick.Value), bottom, 0.14);
            svg.Text(frame.X(tick.Value), bottom + 16, tick.Label, "middle");
        }

        foreach (Tick tick in frame.Vertical.Ticks)
        {
            svg.Line(frame.Left, frame.Y(tick.Value), frame.Left + frame.Width, frame.Y(tick.Value), 0.14);
            svg.Text(frame.Left - 6, frame.Y(tick.Value) + 4, tick.Label, "end");
        }

        svg.Line(frame.Left, frame.Top, frame.Left, bottom);
        svg.Line(frame.Left, bottom, frame.Left + frame.Width, bottom);
        if (Guide is { } value)
            svg.Line(frame.Left, frame.Y(value), frame.Left + frame.Width, frame.Y(value), 0.7, "6 4");
        svg.Text(frame.Left + (frame.Width / 2), bottom + 35, X.Label, "middle");
        svg.TextUpwards(Edge + 10, frame.Top + (frame.Height / 2), Y.Label);
    }

    private void Draw(Svg svg, Frame frame, PointSeries series, SeriesLook look)
    {
        svg.Open(series.Name, series.Name);
        if (series.Line != LineStyle.None)
            svg.Path(Line(frame, series), look.Colour, 2, look.Dash);
        Whiskers(svg, frame, series, look);
        if (series.HasMarkers)
        {
            HashSet<(int, int)>? taken = series.X.Count > Many || series.IsFaint ? [] : null;
            IEnumerable<(double X, double Y)> marked = Shown(series).Select(point => (frame.X(point.X), frame.Y(point.Y)));
            foreach ((double x, double y) in series.Line == LineStyle.None ? marked : Apart(marked))
            {
                if (taken?.Add(((int)x, (int)y)) != false)
                    svg.Marker(x, y, look, taken is null ? 4 : 1.5);
            }
        }

        svg.Close();
    }

    /// <summary>Points of a line that are far enough from each other for their markers to be told apart, the last one among them.</summary>
    private static IEnumerable<(double X, double Y)> Apart(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)? before = null, skipped = null;
        foreach ((double X, double Y) point in points)
        {
            skipped = point;
            if (before is { } last && Math.Abs(point.X - last.X) + Math.Abs(point.Y - last.Y) < LeastGap)
                continue;
            (before, skipped) = (point, null);
            yield return point;
        }

        if (skipped is { } end)
            yield return end;
    }

    private void Whiskers(Svg svg, Frame frame, PointSeries series, SeriesLook look)
    {
        for (int point = 0; point < (series.Intervals?.Count ?? 0); point++)
        {
            (double x, Interval ends) = (series.X[point], series.Intervals![point]);
            if (!X.CanShow(x) || !Y.CanShow(series.Y[point]) || !Y.CanShow(ends.Low) || !Y.CanShow(ends.High))
                continue;
            (string low, string high) = (Svg.Number(frame.Y(ends.Low)), Svg.Number(frame.Y(ends.High)));
            string left = Svg.Number(frame.X(x) - 3);
            svg.Path($"M{Svg.Number(frame.X(x))} {low}V{high}M{left} {low}h6M{left} {high}h6", look.Colour, 1);
        }
    }

    private string Line(Frame frame, PointSeries series)
    {
        var data = new StringBuilder();
        bool isOpen = false;
        for (int point = 0; point < series.X.Count; point++)
        {
            (double x, double y) = (series.X[point], series.Y[point]);
            if (!X.CanShow(x) || !Y.CanShow(y))
            {
                isOpen = false;
                continue;
            }

            (string across, string down) = (Svg.Number(frame.X(x)), Svg.Number(frame.Y(y)));
            if (!isOpen)
                data.Append('M').Append(across).Append(' ').Append(down);
            else if (series.Line == LineStyle.Steps)
                data.Append('H').Append(across).Append('V').Append(down);
            else
                data.Append('L').Append(across).Append(' ').Append(down);
            isOpen = true;
        }

        return data.ToString();
    }

    /// <summary>Names the lines at their ends, in the order of their ends and without overlap.</summary>
    private void Name(Svg svg, Frame frame)
    {
        var ends = Series
            .Select((series, place) => (Series: series, Look: LookOf(series, place), Points: Shown(series).ToArray()))
            .Where(static line => line.Points.Length > 0)
            .Select(line => (line.Series, line.Look, End: (X: frame.X(line.Points[^1].X), Y: frame.Y(line.Points[^1].Y))))
            .OrderBy(static line => line.End.Y)
            .ToArray();
        double[] places = Apart([.. ends.Select(static line => line.End.Y)], frame.Top + 4, frame.Top + frame.Height);
        double x = frame.Left + frame.Width + 18;
        for (int line = 0; line < ends.Length; line++)
        {
            (double X, double Y) end = ends[line].End;
            svg.Path(
                $"M{Svg.Number(end.X + 5)} {Svg.Number(end.Y)}L{Svg.Number(x - 4)} {Svg.Number(places[line])}", ends[line].Look.Colour, 1);
            svg.Text(x, places[line] + 4, TextWidth.Fit(ends[line].Series.Name, 12, svg.Width - x - 4));
        }
    }

    /// <summary>Moves rising places apart by at least a line of text, within bounds where there is room.</summary>
    private static double[] Apart(double[] places, double low, double high)
    {
        for (int place = 0; place < places.Length; place++)
            places[place] = Math.Max(places[place], place == 0 ? low : places[place - 1] + LabelStep);
        for (int place = places.Length - 1; place >= 0; place--)
            places[place] = Math.Min(places[place], place == places.Length - 1 ? high : places[place + 1] - LabelStep);
        return places;
    }

    private double Explain(Svg svg, Frame frame, double top)
    {
        double y = top;
        for (int mark = 0; mark < Marks.Count; mark++)
        {
            PointMark point = Marks[mark];
            string number = (mark + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (X.CanShow(point.X) && Y.CanShow(point.Y))
            {
                svg.Open(point.Text);
                (double x, double down) = (frame.X(point.X), frame.Y(point.Y));
                svg.Path($"M{Svg.Number(x - 8)} {Svg.Number(down)}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0", thick: 1.5);
                // Numbers of neighbours stand above and below.
                bool isNear = mark > 0 && Math.Abs(frame.X(Marks[mark - 1].X) - x) < LabelStep;
                svg.Text(x, isNear ? down + 20 : down - 12, number, "middle", 11, bold: true);
                svg.Close();
            }

            foreach (string line in TextWidth.Wrap($"{number}  {point.Text}", 12, svg.Width - (2 * Edge)))
            {
                svg.Text(Edge, y + 12, line);
                y += 17;
            }
        }

        return y;
    }

    private sealed record Frame(double Left, double Top, double Width, double Height, AxisRange Horizontal, AxisRange Vertical)
    {
        public double X(double value) => Left + (Horizontal.Share(value) * Width);

        public double Y(double value) => Top + Height - (Vertical.Share(value) * Height);
    }
}
