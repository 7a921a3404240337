using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Metrics;

/// <summary>A metric, and where its value is in a report.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value; null when the design has none.</param>
public sealed record MetricColumn(SweepMetric Metric, Func<DesignReport, double?> Value)
{
    /// <summary>Name of the metric.</summary>
    public string Name => Metric.Name;
}
