using System.Globalization;
using System.Text.Json;
using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>What the scripts of a page of a study need, as JSON.</summary>
internal static class StudyData
{
    /// <summary>Rows that a page carries itself. More make it slow to open; an explorer serves them.</summary>
    private const int MostRows = 20_000;

    /// <summary>Data with all rows.</summary>
    public static string Of(SweepResult result, IReadOnlyList<StudyDrawing> drawings) =>
        JsonSerializer.Serialize(new { study = Head(result, drawings, Rows(result, drawings), isServed: false) });

    /// <summary>Data without rows, which a server gives.</summary>
    public static string ToServe(SweepResult result, IReadOnlyList<StudyDrawing> drawings) =>
        JsonSerializer.Serialize(new { study = Head(result, drawings, null, isServed: true) });

    private static object Head(SweepResult result, IReadOnlyList<StudyDrawing> drawings, object? rows, bool isServed) => new
    {
        designs = result.Table.Designs,
        axes = result.Table.Axes.Select(static axis => new { name = axis.Name, title = StudyText.Of(axis), number = axis.IsNumber }),
        metrics = result.Table.Metrics.Select(static metric => new { name = metric.Name, title = StudyText.Of(metric) }),
        charts = drawings.Select(static drawing => drawing.Chart is XyChart chart ? new
        {
            x = chart.X.Label,
            y = chart.Y.Label,
            xlog = chart.X.Scale == AxisScale.Logarithmic,
            ylog = chart.Y.Scale == AxisScale.Logarithmic,
            line = drawing.Wanted.Kind == StudyChartKind.Lines,
        }
        : null),
        served = isServed,
        rows,
    };

    private static object? Rows(SweepResult result, IReadOnlyList<StudyDrawing> drawings)
    {
        SweepTable table = result.Table;
        if (table.Rows > MostRows)
            return null;
        SweepRow[] rows = [.. Enumerable.Range(0, table.Rows).Select(table.RowAt)];
        HashSet<SweepRow> front = [.. result.Front?.Rows ?? []];
        return new
        {
            points = table.Points,
            axes = table.Axes.Select((axis, place) => Enumerable.Range(0, table.Points)
                .Select(point => axis.IsNumber ? (object?)Value(table.Number(point, place)) : table.Text(point, place))),
            metrics = table.Metrics.Select((_, metric) => rows.Select(row => Value(table.Value(row, metric)))),
            permitted = string.Concat(rows.Select(row => table.IsPermitted(row) ? '1' : '0')),
            front = string.Concat(rows.Select(row => front.Contains(row) ? '1' : '0')),
            errors = Enumerable.Range(0, table.Points).Where(point => table.Error(point) is not null)
                .ToDictionary(static point => point.ToString(CultureInfo.InvariantCulture), point => table.Error(point)!.Code),
            charts = drawings.Select(drawing => new
            {
                x = drawing.Wanted.X,
                y = drawing.Wanted.Y,
                series = drawing.Series.Select(series => new
                {
                    name = series.Name,
                    look = series.Look,
                    faint = series.IsFaint,
                    rows = series.Rows.Select(table.IndexOf),
                }),
            }),
        };
    }

    private static double? Value(double value) => double.IsFinite(value) ? value : null;
}
