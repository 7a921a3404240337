using System.Globalization;
using Memti.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>Rows as points over two metrics: those of the front large, the others small and pale.</summary>
internal static class FrontChart
{
    public static StudyDrawing Of(ChartRows rows, string source)
    {
        SweepRow[] shown = [.. Shown(rows)];
        if (shown.Length == 0)
            return StudyDrawing.None(rows, $"no permitted row has {rows.Wanted.X} and {rows.Wanted.Y}");
        var groups = shown.GroupBy(row => GroupOf(rows, row), StringComparer.Ordinal).ToArray();
        if (groups.Length > ChartRows.MostSeries)
            return StudyDrawing.None(rows, string.Create(
                CultureInfo.InvariantCulture,
                $"it has {groups.Length} groups of points; permitted: 1 to {ChartRows.MostSeries}, so choose another axis in `by`"));
        HashSet<SweepRow> front = [.. rows.Result.Front?.Rows ?? shown];
        DrawnSeries[] drawn =
        [
            .. groups.Select((group, look) => new DrawnSeries(group.Key, look, true, [.. group.Where(row => !front.Contains(row))]))
                .Where(static faint => faint.Rows.Count > 0),
            .. groups.Select((group, look) => new DrawnSeries(group.Key, look, false, [.. group.Where(front.Contains)])),
        ];
        var chart = new XyChart
        {
            Title = rows.Title($"{rows.NameOf(rows.Wanted.Y)} against {rows.NameOf(rows.Wanted.X)}"),
            Source = source,
            Description = Described(rows, shown.Count(front.Contains), shown.Length),
            X = rows.Horizontal(shown.Select(rows.X)),
            Y = rows.Vertical(shown.Select(rows.Y)),
            Series = [.. drawn.Select(series => Points(rows, series))],
            Boundary = Boundary(rows, shown),
        };
        return new StudyDrawing(rows.Wanted, chart, drawn, "");
    }

    private static string Described(ChartRows rows, int best, int all) => rows.Result.Front is null
        ? string.Create(CultureInfo.InvariantCulture, $"{all} rows.")
        : string.Create(CultureInfo.InvariantCulture, $"{best} of {all} rows are on the front of all objectives; they are drawn large.");

    private static IEnumerable<SweepRow> Shown(ChartRows rows) =>
        from point in rows.Points
        from design in Enumerable.Range(0, rows.Table.Designs.Count)
        let row = new SweepRow(point, design)
        where double.IsFinite(rows.X(row)) && double.IsFinite(rows.Y(row))
        select row;

    private static string GroupOf(ChartRows rows, SweepRow row)
    {
        for (int axis = 0; axis < rows.Table.Axes.Count; axis++)
            if (rows.Table.Axes[axis].Name == rows.Wanted.By)
                return (rows.Table.Axes[axis].IsNumber ? rows.Wanted.By + " " : "") + rows.Table.Text(row.Point, axis);
        return rows.Table.Designs[row.Design];
    }

    private static PointSeries Points(ChartRows rows, DrawnSeries series) =>
        new(series.Name, [.. series.Rows.Select(rows.X)], [.. series.Rows.Select(rows.Y)])
        {
            Line = LineStyle.None,
            Look = series.Look,
            IsFaint = series.IsFaint,
        };

    /// <summary>The front of the two metrics of the chart alone, best first along the horizontal; null where one is no objective.</summary>
    private static PointSeries? Boundary(ChartRows rows, SweepRow[] shown)
    {
        if (rows.XMetric is not { } across || Wanted(rows, across) is not { } x || Wanted(rows, rows.YMetric) is not { } y)
            return null;
        HashSet<SweepRow> among = [.. shown];
        SweepRow[] front = [.. FrontSearch.Of(rows.Table, [x, y], among.Contains)!.Rows];
        return new PointSeries("front", [.. front.Select(rows.X)], [.. front.Select(rows.Y)]);
    }

    private static SweepObjective? Wanted(ChartRows rows, int metric) =>
        rows.Result.Front?.Objectives.FirstOrDefault(objective => objective.Metric == metric);
}
