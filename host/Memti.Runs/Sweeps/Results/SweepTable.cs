using System.Globalization;
using Memti.Runs.Jobs;

namespace Memti.Runs.Sweeps.Results;

/// <summary>
/// The results of a sweep: a row for each design at each point, a column for each axis and metric. Columns are arrays, so that a million
/// points fit.
/// </summary>
public sealed class SweepTable
{
    private readonly string[][] _axes;
    private readonly double[][] _metrics;
    private readonly double[][]? _low;
    private readonly double[][]? _high;
    private readonly bool[] _excluded;
    private readonly JobKey[] _keys;
    private readonly Dictionary<int, PointError> _errors;

    internal SweepTable(TableColumns columns)
    {
        (Axes, Metrics, Designs) = (columns.Axes, columns.Metrics, columns.Designs);
        (_axes, _metrics, _low, _high) = (columns.AxisTexts, columns.Values, columns.Low, columns.High);
        (_excluded, _keys, _errors) = (columns.Excluded, columns.Keys, columns.Errors);
    }

    /// <summary>The axes, in the order of the study.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>The metrics, in the order of the study.</summary>
    public IReadOnlyList<SweepMetric> Metrics { get; }

    /// <summary>Names of the designs, in the order of the scenario.</summary>
    public IReadOnlyList<string> Designs { get; }

    /// <summary>Number of points.</summary>
    public int Points => _keys.Length;

    /// <summary>Number of rows.</summary>
    public int Rows => checked(Points * Designs.Count);

    /// <summary>True when metrics have an interval.</summary>
    public bool HasIntervals => _low is not null;

    /// <summary>What identifies a point: 32 hexadecimal digits over everything that its results depend on.</summary>
    public string Id(int point) => _keys[point].ToString();

    /// <summary>A crossing in words, without the values of the other axes.</summary>
    /// <param name="crossing">The crossing.</param>
    /// <param name="who">What crosses the first design: the design, or a line of it.</param>
    public string Said(Crossing crossing, string who)
    {
        SweepAxis axis = Axes[crossing.Axis];
        string unit = axis.Unit.Length == 0 ? "" : " " + axis.Unit;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{who} {(crossing.Rising ? "rises above" : "falls below")} {Designs[0]} at {crossing.At:G4}{unit}");
    }

    /// <summary>The values of the other axes at a crossing, each behind a comma; empty when there are no others.</summary>
    public string OthersAt(Crossing crossing) => string.Concat(Enumerable.Range(0, Axes.Count)
        .Where(other => other != crossing.Axis)
        .Select(other => $", {Axes[other].Name} {Text(crossing.Below, other)}"));

    /// <summary>The value of an axis at a point, as a scenario would say it.</summary>
    public string Text(int point, int axis) => _axes[axis][point];

    /// <summary>The value of an axis at a point; NaN where it is no number.</summary>
    public double Number(int point, int axis) =>
        double.TryParse(_axes[axis][point], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    /// <summary>A metric of a design at a point; NaN where the design has none, or the point failed.</summary>
    public double Value(SweepRow row, int metric) => _metrics[metric][IndexOf(row)];

    /// <summary>The lower end of the interval that 90 % of the samples lie in; NaN without samples.</summary>
    public double Low(SweepRow row, int metric) => _low is null ? double.NaN : _low[metric][IndexOf(row)];

    /// <summary>The upper end of the interval that 90 % of the samples lie in; NaN without samples.</summary>
    public double High(SweepRow row, int metric) => _high is null ? double.NaN : _high[metric][IndexOf(row)];

    /// <summary>True when a row keeps every constraint of the study and its point did not fail.</summary>
    public bool IsPermitted(SweepRow row) => !_excluded[IndexOf(row)];

    /// <summary>Why a point has no results; null when it has them.</summary>
    public PointError? Error(int point) => _errors.GetValueOrDefault(point);

    /// <summary>Number of points that failed.</summary>
    public int Failed => _errors.Count;

    /// <summary>The row at a place in the order of the table: the designs of the first point, then those of the next.</summary>
    public SweepRow RowAt(int index) => new(index / Designs.Count, index % Designs.Count);

    /// <summary>The place of a row in the order of the table.</summary>
    public int IndexOf(SweepRow row) => checked((row.Point * Designs.Count) + row.Design);
}
