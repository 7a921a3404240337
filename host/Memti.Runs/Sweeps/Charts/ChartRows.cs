using System.Globalization;
using Memti.Charts.Axes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>The rows of a table that a chart shows, and its axes.</summary>
internal sealed class ChartRows
{
    /// <summary>Series that can be told apart in grey.</summary>
    public const int MostSeries = 14;

    /// <summary>From this ratio of the greatest to the least value, a linear scale would hide the least.</summary>
    private const double LogFrom = 30;

    public ChartRows(SweepResult result, StudyChart chart)
    {
        (Result, Table, Wanted) = (result, result.Table, chart);
        Points = [.. Enumerable.Range(0, Table.Points).Where(IsAt)];
        XAxis = AxisOf(chart.X);
        XMetric = XAxis is null ? MetricOf(chart.X) : null;
        YMetric = MetricOf(chart.Y)!.Value;
    }

    public SweepResult Result { get; }

    public SweepTable Table { get; }

    public StudyChart Wanted { get; }

    /// <summary>The points with the values of <c>at</c>.</summary>
    public IReadOnlyList<int> Points { get; }

    /// <summary>The axis along the horizontal; null where it is a metric.</summary>
    public int? XAxis { get; }

    /// <summary>The metric along the horizontal; null where it is an axis.</summary>
    public int? XMetric { get; }

    /// <summary>The metric along the vertical.</summary>
    public int YMetric { get; }

    /// <summary>Place of a row along the horizontal.</summary>
    public double X(SweepRow row) => XAxis is { } axis ? Table.Number(row.Point, axis) : Table.Value(row, XMetric!.Value);

    /// <summary>Place of a row along the vertical; NaN for a row that is not permitted.</summary>
    public double Y(SweepRow row) => Table.IsPermitted(row) ? Table.Value(row, YMetric) : double.NaN;

    /// <summary>The axis of an index, or of the metric, as a chart has it.</summary>
    public Axis Horizontal(IEnumerable<double> values) => XAxis is { } axis
        ? AxisOf(LabelOf(Table.Axes[axis]), Wanted.XScale ?? (Table.Axes[axis].IsLogarithmic ? ChartScale.Log : null), values)
        : AxisOf(LabelOf(Table.Metrics[XMetric!.Value]), Wanted.XScale, values);

    /// <summary>The vertical axis as a chart has it.</summary>
    public Axis Vertical(IEnumerable<double> values) => AxisOf(LabelOf(Table.Metrics[YMetric]), Wanted.YScale, values);

    /// <summary>What the vertical axis shows, with its unit in brackets.</summary>
    public string YLabel => LabelOf(Table.Metrics[YMetric]);

    /// <summary>The title of the chart, or one that says what it shows.</summary>
    public string Title(string usual)
    {
        IEnumerable<string> at = Wanted.At
            .OrderBy(static one => one.Key, StringComparer.Ordinal)
            .Select(static one => $", {one.Key} {one.Value}");
        return Wanted.Title ?? char.ToUpperInvariant(usual[0]) + usual[1..] + string.Concat(at);
    }

    /// <summary>Name of the quantity of an axis or metric, without its unit.</summary>
    public string NameOf(string column) => AxisOf(column) is { } axis ? Table.Axes[axis].Name
        : MetricOf(column) is { } metric ? WithoutUnit(Table.Metrics[metric]) : column;

    /// <summary>
    /// The rows of each series: designs by combinations of the axes that differ, those given aside. The points of a series are in the order
    /// of the table.
    /// </summary>
    /// <param name="aside">An axis that no series is told apart by; null for none.</param>
    public IReadOnlyList<(string Name, int Design, int[] Points)> Series(int? aside)
    {
        int[] others =
        [
            .. Enumerable.Range(0, Table.Axes.Count)
                .Where(axis => axis != aside && Points.Any(point => Table.Text(point, axis) != Table.Text(Points[0], axis))),
        ];
        var groups = Points
            .GroupBy(point => string.Join(", ", others.Select(axis => Worded(point, axis))), StringComparer.Ordinal)
            .Select(static group => (group.Key, Points: group.ToArray()))
            .ToArray();
        int[] designs =
        [
            .. Enumerable.Range(0, Table.Designs.Count).Where(design => Points.Any(point => HasValue(new SweepRow(point, design)))),
        ];
        return
        [
            .. designs.SelectMany(design => groups
                .Where(group => group.Points.Any(point => HasValue(new SweepRow(point, design))))
                .Select(group => (Named(design, designs.Length, group.Key), design, group.Points))),
        ];
    }

    private string Worded(int point, int axis) => $"{Table.Axes[axis].Name} {Table.Text(point, axis)}";

    private string Named(int design, int designs, string group) => group.Length == 0 ? Table.Designs[design]
        : designs == 1 ? group : $"{Table.Designs[design]}, {group}";

    private bool HasValue(SweepRow row) => !double.IsNaN(Y(row));

    private static string LabelOf(SweepAxis axis) => axis.Unit.Length == 0 ? axis.Name : $"{axis.Name} ({axis.Unit})";

    private static string LabelOf(SweepMetric metric) =>
        metric.Unit.Length == 0 ? metric.Title : $"{WithoutUnit(metric)} ({metric.Unit.Replace("mm2", "mm²", StringComparison.Ordinal)})";

    private static string WithoutUnit(SweepMetric metric) =>
        metric.Unit.Length > 0 && metric.Title.EndsWith(", " + metric.Unit, StringComparison.Ordinal)
            ? metric.Title[..^(metric.Unit.Length + 2)]
            : metric.Title;

    private static Axis AxisOf(string label, ChartScale? wanted, IEnumerable<double> values)
    {
        (double least, double greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values.Where(double.IsFinite))
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        bool log = wanted is null ? least > 0 && greatest > least * LogFrom : wanted == ChartScale.Log;
        return new Axis(label, log ? AxisScale.Logarithmic : AxisScale.Linear);
    }

    private bool IsAt(int point) =>
        Wanted.At.All(one => AxisOf(one.Key) is { } axis && HasValue(point, axis, one.Value));

    // Results that are read back write 0.10 as 0.1.
    private bool HasValue(int point, int axis, string value) => Table.Text(point, axis) == value
        || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && Table.Number(point, axis) == number);

    private int? AxisOf(string name) => IndexOf(Table.Axes, axis => axis.Name == name);

    private int? MetricOf(string name) => IndexOf(Table.Metrics, metric => metric.Name == name);

    private static int? IndexOf<T>(IReadOnlyList<T> items, Func<T, bool> isIt)
    {
        for (int index = 0; index < items.Count; index++)
            if (isIt(items[index]))
                return index;
        return null;
    }
}
