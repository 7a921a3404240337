using System.Globalization;
using Memti.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>Bars of a metric over an axis.</summary>
internal static class BarChart
{
    private const int MostGroups = 40;

    public static StudyDrawing Of(ChartRows rows, string source)
    {
        int axis = rows.XAxis!.Value;
        string[] groups = [.. rows.Points.Select(point => rows.Table.Text(point, axis)).Distinct()];
        var series = rows.Series(axis);
        if (series.Count == 0)
            return StudyDrawing.None(rows, $"no permitted row has {rows.Wanted.Y}");
        if (series.Count > ChartRows.MostSeries || groups.Length > MostGroups)
            return StudyDrawing.None(rows, string.Create(
                CultureInfo.InvariantCulture,
                $"it has {groups.Length} groups of {series.Count} bars; permitted: 1 to {MostGroups} of 1 to {ChartRows.MostSeries}, "
                    + $"so name values of axes in `at`"));
        double most = series.SelectMany(one => one.Points.Select(point => rows.Y(new SweepRow(point, one.Design))))
            .Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var chart = new GroupedBars
        {
            Title = rows.Title($"{rows.NameOf(rows.Wanted.Y)} by {rows.NameOf(rows.Wanted.X)}"),
            Source = source,
            Axis = new Memti.Charts.Axes.Axis(rows.YLabel),
            ValueFormat = most >= 100 ? "0" : most >= 10 ? "0.0" : most >= 0.1 ? "0.00" : "0.0e0",
            Panels = [new BarPanel("", groups, [.. series.Select(one => Bars(rows, axis, groups, one))])],
        };
        return new StudyDrawing(rows.Wanted, chart, [], "");
    }

    private static double? ValueOf(ChartRows rows, SweepRow? row) =>
        row is { } known && rows.Y(known) is var value && double.IsFinite(value) ? value : null;

    private static BarSeries Bars(ChartRows rows, int axis, string[] groups, (string Name, int Design, int[] Points) series)
    {
        SweepRow?[] found =
        [
            .. groups.Select(group => series.Points
                .Where(point => rows.Table.Text(point, axis) == group)
                .Select(point => (SweepRow?)new SweepRow(point, series.Design))
                .FirstOrDefault()),
        ];
        return new BarSeries(series.Name, [.. found.Select(row => ValueOf(rows, row))])
        {
            Intervals = !rows.Table.HasIntervals ? null :
            [
                .. found.Select(row => row is { } one
                    ? new Interval(rows.Table.Low(one, rows.YMetric), rows.Table.High(one, rows.YMetric))
                    : new Interval(double.NaN, double.NaN)),
            ],
        };
    }
}
