using System.Text.Json;
using Memti.Runs.Sweeps.Queries;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>Answers what the page of an explorer asks its server. May be asked from several threads.</summary>
/// <param name="result">The results.</param>
/// <param name="queries">Their queries.</param>
public sealed class ExploreAnswers(SweepResult result, TableQueries queries)
{
    private const int MostRows = 500;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A page of rows.</summary>
    /// <param name="question"><c>{ filter, sort, descending, from, size }</c> as JSON.</param>
    /// <returns>
    /// <c>{ count, rows: [{ point, design, front, values, note }] }</c>; values are those of the axes, then of the metrics.
    /// </returns>
    /// <exception cref="JsonException">The question is not one.</exception>
    /// <exception cref="ArgumentException">It names what is not there.</exception>
    public string Rows(string question)
    {
        RowsQuestion asked = Read<RowsQuestion>(question);
        RowPage page = queries.Page(
            asked.Filter ?? new RowFilter(), asked.Sort, asked.Descending, asked.From, Math.Clamp(asked.Size, 1, MostRows));
        return JsonSerializer.Serialize(new { count = page.Count, rows = page.Rows.Select(Row) });
    }

    /// <summary>The points of a chart.</summary>
    /// <param name="question"><c>{ filter, chart }</c> as JSON.</param>
    /// <returns><c>[{ name, look, faint, x, y, count }]</c>.</returns>
    /// <exception cref="JsonException">The question is not one.</exception>
    /// <exception cref="ArgumentException">It names what is not there.</exception>
    public string Points(string question)
    {
        PointsQuestion asked = Read<PointsQuestion>(question);
        if (asked.Chart < 0 || asked.Chart >= queries.Drawings.Count)
            throw new ArgumentException("there is no such chart");
        return JsonSerializer.Serialize(queries.Points(asked.Chart, asked.Filter ?? new RowFilter()).Select(static series => new
        {
            name = series.Series.Name,
            look = series.Series.Look,
            faint = series.Series.IsFaint,
            x = series.X,
            y = series.Y.Select(static value => double.IsFinite(value) ? value : (double?)null),
            count = series.Count,
        }));
    }

    private static T Read<T>(string question) =>
        JsonSerializer.Deserialize<T>(question, Options) ?? throw new ArgumentException("there is no question");

    private object Row(SweepRow row)
    {
        SweepTable table = result.Table;
        return new
        {
            point = row.Point,
            design = table.Designs[row.Design],
            front = queries.IsFront(row),
            values = table.Axes.Select((_, place) => Axis(table, row.Point, place))
                .Concat(table.Metrics.Select((_, metric) => (object?)Number(table.Value(row, metric)))),
            note = RowSection.Note(table, row),
        };
    }

    private static object? Axis(SweepTable table, int point, int axis) =>
        table.Axes[axis].IsNumber ? Number(table.Number(point, axis)) : table.Text(point, axis);

    private static double? Number(double value) => double.IsFinite(value) ? value : null;

    private sealed record RowsQuestion(RowFilter? Filter, string? Sort, bool Descending, int From, int Size);

    private sealed record PointsQuestion(RowFilter? Filter, int Chart);
}
