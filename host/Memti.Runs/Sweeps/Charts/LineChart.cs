using System.Globalization;
using Memti.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>Lines of a metric along an axis, with the crossings of designs with the first one.</summary>
internal static class LineChart
{
    private const int MostMarks = 12;
    private const string Relative = "relative_energy", Energy = "energy_per_frame_mj";

    public static StudyDrawing Of(ChartRows rows, string source)
    {
        var series = rows.Series(rows.XAxis);
        if (series.Count == 0)
            return StudyDrawing.None(rows, $"no permitted row has {rows.Wanted.Y}");
        if (series.Count > ChartRows.MostSeries)
            return StudyDrawing.None(rows, string.Create(
                CultureInfo.InvariantCulture,
                $"it has {series.Count} lines; permitted: 1 to {ChartRows.MostSeries}, so name values of axes in `at`"));
        DrawnSeries[] drawn =
        [
            .. series.Select((one, look) => new DrawnSeries(
                one.Name, look, false, [.. one.Points.Select(point => new SweepRow(point, one.Design)).OrderBy(rows.X)])),
        ];
        PointSeries[] lines = [.. drawn.Select(line => Line(rows, line))];
        var chart = new XyChart
        {
            Title = rows.Title($"{rows.NameOf(rows.Wanted.Y)} by {rows.NameOf(rows.Wanted.X)}"),
            Source = source,
            X = rows.Horizontal(lines.SelectMany(static line => line.X)),
            Y = rows.Vertical(lines.SelectMany(static line => line.Y)),
            Series = lines,
            Guide = rows.Wanted.Y == Relative ? 1 : null,
            Marks = Marks(rows, series),
        };
        return new StudyDrawing(rows.Wanted, chart, drawn, "");
    }

    private static PointSeries Line(ChartRows rows, DrawnSeries line) =>
        new(line.Name, [.. line.Rows.Select(rows.X)], [.. line.Rows.Select(rows.Y)])
        {
            Look = line.Look,
            Intervals = !rows.Table.HasIntervals ? null :
            [
                .. line.Rows.Select(row => new Interval(rows.Table.Low(row, rows.YMetric), rows.Table.High(row, rows.YMetric))),
            ],
        };

    private static PointMark[] Marks(ChartRows rows, IReadOnlyList<(string Name, int Design, int[] Points)> series)
    {
        PointMark[] marks =
        [
            .. series.SelectMany(line => rows.Result.Crossings
                .Where(crossing => crossing.Design == line.Design && crossing.Axis == rows.XAxis && line.Points.Contains(crossing.Below)
                    && IsOfY(rows, crossing))
                .Select(crossing => Mark(rows, line.Name, crossing))),
        ];
        return marks.Length <= MostMarks ? marks : [];
    }

    private static bool IsOfY(ChartRows rows, Crossing crossing) => crossing.Metric == rows.YMetric
        || (rows.Wanted.Y == Relative && rows.Table.Metrics[crossing.Metric].Name == Energy);

    private static PointMark Mark(ChartRows rows, string line, Crossing crossing) =>
        new(crossing.At, HeightOf(rows, crossing), rows.Table.Said(crossing, line));

    private static double HeightOf(ChartRows rows, Crossing crossing)
    {
        if (rows.Wanted.Y == Relative)
            return 1;
        (double from, double to) = (rows.Table.Number(crossing.Below, crossing.Axis), rows.Table.Number(crossing.Above, crossing.Axis));
        double share = (crossing.At - from) / (to - from);
        double below = rows.Table.Value(new SweepRow(crossing.Below, crossing.Design), crossing.Metric);
        double above = rows.Table.Value(new SweepRow(crossing.Above, crossing.Design), crossing.Metric);
        return below * Math.Pow(above / below, share);
    }
}
