using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Queries;

/// <summary>
/// Answers questions about a table of millions of rows: which rows a filter lets through, sorted and page by page, and what of them a chart
/// of limited size shows. May be asked from several threads.
/// </summary>
public sealed class TableQueries
{
    /// <summary>Pixels of a chart across and down: rows of one series that fall on the same pixel are one point.</summary>
    private const int Across = 600, Down = 320;

    private readonly SweepResult _result;
    private readonly Dictionary<string, double[]> _axes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _metrics = new(StringComparer.Ordinal);
    private readonly HashSet<SweepRow> _front;
    private readonly Lock _lock = new();
    private (string Key, int[] Rows)? _last;

    /// <summary>Queries of results.</summary>
    public TableQueries(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _result = result;
        _front = [.. result.Front?.Rows ?? []];
        SweepTable table = result.Table;
        for (int index = 0; index < table.Axes.Count; index++)
        {
            int axis = index;
            if (table.Axes[axis].IsNumber)
                _axes[table.Axes[axis].Name] = Column(row => table.Number(row.Point, axis));
        }

        for (int index = 0; index < table.Metrics.Count; index++)
        {
            int metric = index;
            _metrics[table.Metrics[metric].Name] = Column(row => table.Value(row, metric));
        }

        Drawings = StudyCharts.Of(result);
    }

    /// <summary>The charts of the study.</summary>
    public IReadOnlyList<StudyDrawing> Drawings { get; }

    /// <summary>True for a row of the front.</summary>
    public bool IsFront(SweepRow row) => _front.Contains(row);

    /// <summary>A page of rows.</summary>
    /// <param name="filter">Which rows.</param>
    /// <param name="sort">Name of the column of numbers to sort by; null for the order of the table.</param>
    /// <param name="descending">True for the greatest first. Rows without the number are last in any case.</param>
    /// <param name="from">First row, from 0.</param>
    /// <param name="size">Most rows.</param>
    /// <exception cref="ArgumentException">A column is not known.</exception>
    public RowPage Page(RowFilter filter, string? sort, bool descending, int from, int size)
    {
        ArgumentNullException.ThrowIfNull(filter);
        int[] rows = Sorted(filter, sort, descending);
        return new RowPage(rows.Length, [.. rows.Skip(Math.Max(0, from)).Take(size).Select(_result.Table.RowAt)]);
    }

    /// <summary>What a chart of lines or a front shows of the rows that a filter lets through.</summary>
    /// <param name="chart">Index of the chart.</param>
    /// <param name="filter">Which rows.</param>
    public IReadOnlyList<SeriesPoints> Points(int chart, RowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        StudyDrawing drawing = Drawings[chart];
        if (drawing.Chart is not XyChart drawn)
            return [];
        Func<int, bool> accepts = Accepts(filter);
        (double[] x, double[] y) = (ColumnOf(drawing.Wanted.X), _metrics[drawing.Wanted.Y]);
        Scale across = Scale.Of(drawn.X, x, Across), down = Scale.Of(drawn.Y, y, Down);
        return [.. drawing.Series.Select(series => Thinned(series, accepts, (x, across), (y, down)))];
    }

    private SeriesPoints Thinned(
        DrawnSeries series, Func<int, bool> accepts, (double[] Values, Scale Scale) x, (double[] Values, Scale Scale) y)
    {
        List<double> across = [], down = [];
        HashSet<long> taken = [];
        int count = 0;
        foreach (SweepRow row in series.Rows)
        {
            int index = _result.Table.IndexOf(row);
            if (!accepts(index) || !double.IsFinite(x.Values[index]))
                continue;
            count++;
            bool isThere = double.IsFinite(y.Values[index]) && _result.Table.IsPermitted(row);
            // A gap in a line is a point, too.
            if (isThere && !taken.Add(((long)x.Scale.Pixel(x.Values[index]) << 32) | (uint)y.Scale.Pixel(y.Values[index])))
                continue;
            across.Add(x.Values[index]);
            down.Add(isThere ? y.Values[index] : double.NaN);
        }

        return new SeriesPoints(series, across, down, count);
    }

    private int[] Sorted(RowFilter filter, string? sort, bool descending)
    {
        string key = $"{System.Text.Json.JsonSerializer.Serialize(filter)} {sort} {descending}";
        lock (_lock)
            if (_last is { } last && last.Key == key)
                return last.Rows;
        Func<int, bool> accepts = Accepts(filter);
        int[] rows = [.. Enumerable.Range(0, _result.Table.Rows).Where(accepts)];
        if (sort is not null)
            Sort(rows, ColumnOf(sort), descending);
        lock (_lock)
            _last = (key, rows);
        return rows;
    }

    private static void Sort(int[] rows, double[] column, bool descending)
    {
        // Equal numbers keep the order of the table.
        (double Key, int Row)[] keyed = Array.ConvertAll(rows, row =>
            (double.IsNaN(column[row]) ? double.PositiveInfinity : descending ? -column[row] : column[row], row));
        Array.Sort(keyed, static (one, other) =>
            one.Key.CompareTo(other.Key) is var order && order != 0 ? order : one.Row.CompareTo(other.Row));
        for (int index = 0; index < rows.Length; index++)
            rows[index] = keyed[index].Row;
    }

    private Func<int, bool> Accepts(RowFilter filter)
    {
        SweepTable table = _result.Table;
        HashSet<int>? designs = filter.Designs is { } chosen ? [.. chosen] : null;
        (double[] Column, double From, double To)[] ranges =
        [
            .. filter.Ranges.Select(range => (
                ColumnOf(range.Key), range.Value.From ?? double.NegativeInfinity, range.Value.To ?? double.PositiveInfinity)),
        ];
        (int Axis, HashSet<string> Values)[] words =
            [.. filter.Words.Select(word => (AxisOf(word.Key), word.Value.ToHashSet(StringComparer.Ordinal)))];
        return index =>
        {
            SweepRow row = table.RowAt(index);
            return designs?.Contains(row.Design) is null or true
                && (!filter.Permitted || table.IsPermitted(row))
                && (!filter.Front || _front.Contains(row))
                && Array.TrueForAll(ranges, range => range.Column[index] >= range.From && range.Column[index] <= range.To)
                && Array.TrueForAll(words, word => word.Values.Contains(table.Text(row.Point, word.Axis)));
        };
    }

    // An axis of a metric's name comes first, as it does in charts.
    private double[] ColumnOf(string name) => _axes.TryGetValue(name, out double[]? column) || _metrics.TryGetValue(name, out column)
        ? column
        : throw new ArgumentException($"there is no column of numbers '{name}'");

    private int AxisOf(string name)
    {
        for (int axis = 0; axis < _result.Table.Axes.Count; axis++)
            if (_result.Table.Axes[axis].Name == name)
                return axis;
        throw new ArgumentException($"there is no axis '{name}'");
    }

    private double[] Column(Func<SweepRow, double> value)
    {
        double[] column = new double[_result.Table.Rows];
        for (int index = 0; index < column.Length; index++)
            column[index] = value(_result.Table.RowAt(index));
        return column;
    }

    /// <summary>From values to pixels.</summary>
    private readonly record struct Scale(bool IsLog, double Low, double PerValue)
    {
        public static Scale Of(Axis axis, double[] values, int pixels)
        {
            bool log = axis.Scale == AxisScale.Logarithmic;
            (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (double value in values)
                if (axis.CanShow(value))
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
            (low, high) = log ? (Math.Log(low), Math.Log(high)) : (low, high);
            return new Scale(log, low, high > low ? pixels / (high - low) : 0);
        }

        public int Pixel(double value) => (int)(((IsLog ? Math.Log(value) : value) - Low) * PerValue);
    }
}
