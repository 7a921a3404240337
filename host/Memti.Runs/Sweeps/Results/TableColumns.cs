using Memti.Runs.Jobs;

namespace Memti.Runs.Sweeps.Results;

/// <summary>The columns that a table is made of.</summary>
internal sealed class TableColumns
{
    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    public required IReadOnlyList<SweepMetric> Metrics { get; init; }

    public required IReadOnlyList<string> Designs { get; init; }

    /// <summary>Values of axes; shape [axes][points].</summary>
    public required string[][] AxisTexts { get; init; }

    /// <summary>Values of metrics; shape [metrics][points x designs].</summary>
    public required double[][] Values { get; init; }

    /// <summary>Lower ends of intervals; null without samples.</summary>
    public double[][]? Low { get; init; }

    /// <summary>Upper ends of intervals; null without samples.</summary>
    public double[][]? High { get; init; }

    /// <summary>Rows that break a constraint or failed; shape [points x designs].</summary>
    public required bool[] Excluded { get; init; }

    public required JobKey[] Keys { get; init; }

    public required Dictionary<int, PointError> Errors { get; init; }
}
