using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Expressions;

namespace Memti.Runs.Sweeps.Results;

/// <summary>Fills the columns of a table, point by point, from several threads.</summary>
internal sealed class TableBuilder
{
    private readonly IReadOnlyList<SweepAxis> _axes;
    private readonly IReadOnlyList<SweepMetric> _metrics;
    private readonly IReadOnlyList<string> _designs;
    private readonly string[][] _texts;
    private readonly double[][] _values;
    private readonly JobKey[] _keys;
    private readonly double[][]? _low;
    private readonly double[][]? _high;
    private readonly bool[] _done;
    private readonly bool[]? _hasIntervals;
    private readonly Dictionary<int, PointError> _errors = [];

    public TableBuilder(
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepMetric> metrics,
        IReadOnlyList<string> designs,
        int points,
        bool intervals = false)
    {
        (_axes, _metrics, _designs) = (axes, metrics, designs);
        _texts = [.. axes.Select(_ => new string[points])];
        _values = [.. metrics.Select(_ => Nothing(points * designs.Count))];
        _keys = new JobKey[points];
        _done = new bool[points];
        if (!intervals)
            return;
        _hasIntervals = new bool[points];
        _low = [.. metrics.Select(_ => Nothing(points * designs.Count))];
        _high = [.. metrics.Select(_ => Nothing(points * designs.Count))];
    }

    /// <summary>Says what a point is.</summary>
    public void Name(int point, JobKey key, Func<int, string> textOf)
    {
        _keys[point] = key;
        for (int axis = 0; axis < _texts.Length; axis++)
            _texts[axis][point] = textOf(axis);
    }

    /// <summary>True when a point has its results, and its intervals where the table has some.</summary>
    public bool IsDone(int point) => HasValues(point) && !NeedsIntervals(point);

    /// <summary>True when a point has its values, or the reason why it has none.</summary>
    public bool HasValues(int point) => _done[point];

    /// <summary>True when a point has no intervals yet, and the table has some.</summary>
    public bool NeedsIntervals(int point) => _hasIntervals is { } known && !known[point];

    /// <summary>The key of a point.</summary>
    public JobKey KeyOf(int point) => _keys[point];

    /// <summary>Gives a point its results: the metrics of each design; shape [designs][metrics].</summary>
    public void Set(int point, IReadOnlyList<double[]> values, IReadOnlyList<int> columns)
    {
        for (int design = 0; design < _designs.Count; design++)
            for (int metric = 0; metric < columns.Count; metric++)
                _values[metric][(point * _designs.Count) + design] = values[design][columns[metric]];
        _done[point] = true;
    }

    /// <summary>
    /// Gives a point its intervals: the low ends of each design, then the high ends; shape [2 x designs][metrics]. None where no sample of
    /// the point could be run.
    /// </summary>
    public void SetIntervals(int point, IReadOnlyList<double[]> ends, IReadOnlyList<int> columns)
    {
        for (int design = 0; design < _designs.Count && ends.Count > 0; design++)
            for (int metric = 0; metric < columns.Count; metric++)
            {
                int index = (point * _designs.Count) + design;
                _low![metric][index] = ends[design][columns[metric]];
                _high![metric][index] = ends[_designs.Count + design][columns[metric]];
            }

        _hasIntervals![point] = true;
    }

    /// <summary>Gives a point the reason why it has no results.</summary>
    public void Fail(int point, PointError error)
    {
        lock (_errors)
            _errors[point] = error;
        _done[point] = true;
        if (_hasIntervals is { } known)
            known[point] = true;
    }

    /// <summary>The table.</summary>
    /// <param name="conditions">What rows must keep to be permitted.</param>
    public SweepTable Build(IReadOnlyList<Condition> conditions) => new(new TableColumns
    {
        Axes = _axes,
        Metrics = _metrics,
        Designs = _designs,
        AxisTexts = _texts,
        Values = _values,
        Low = _low,
        High = _high,
        Excluded = Excluded(conditions),
        Keys = _keys,
        Errors = _errors,
    });

    private static double[] Nothing(int rows)
    {
        double[] column = new double[rows];
        Array.Fill(column, double.NaN);
        return column;
    }

    private bool[] Excluded(IReadOnlyList<Condition> conditions)
    {
        bool[] excluded = new bool[checked(_keys.Length * _designs.Count)];
        var row = new RowValues(this);
        for (int index = 0; index < excluded.Length; index++)
        {
            row.Index = index;
            excluded[index] = _errors.ContainsKey(index / _designs.Count) || conditions.Any(condition => !condition.Holds(row));
        }

        return excluded;
    }

    /// <summary>A row as conditions see it.</summary>
    private sealed class RowValues(TableBuilder table) : IRowValues
    {
        private readonly int[] _numeric = [.. Enumerable.Range(0, table._axes.Count).Where(axis => table._axes[axis].IsNumber)];

        public int Index { get; set; }

        public double Axis(int index) => double.Parse(
            table._texts[_numeric[index]][Index / table._designs.Count], System.Globalization.CultureInfo.InvariantCulture);

        public double Metric(int column) => table._values[column][Index];
    }
}
