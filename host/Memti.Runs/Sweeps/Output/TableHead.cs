using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Output;

/// <summary>Names of the columns of a table, in every form of output.</summary>
internal static class TableHead
{
    public const string Point = "point", Id = "id", Design = "design", Permitted = "permitted", Error = "error";

    /// <summary>Name of the lower end of a metric's interval.</summary>
    public static string Low(SweepMetric metric) => metric.Name + "_low";

    /// <summary>Name of the upper end of a metric's interval.</summary>
    public static string High(SweepMetric metric) => metric.Name + "_high";

    /// <summary>Column of an axis. One of a metric's name, which an axis over the same figure may have, says that it is the axis.</summary>
    public static string Of(SweepTable table, SweepAxis axis) => Of(table.Metrics, axis);

    /// <summary>The same, by the metrics of a table.</summary>
    public static string Of(IReadOnlyList<SweepMetric> metrics, SweepAxis axis) =>
        metrics.Any(metric => metric.Name == axis.Name) || axis.Name is Point or Id or Design or Permitted or Error
            ? "axis_" + axis.Name
            : axis.Name;
}
