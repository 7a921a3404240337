namespace Memti.Runs.Sweeps.Results;

/// <summary>A chart that a study wants. Axes and metrics are named as the columns of its table are.</summary>
public sealed record StudyChart
{
    /// <summary>Its name, and that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of chart.</summary>
    public required StudyChartKind Kind { get; init; }

    /// <summary>What stands along the horizontal axis: an axis; a metric or an axis of numbers for a front.</summary>
    public required string X { get; init; }

    /// <summary>What stands along the vertical axis: a metric.</summary>
    public required string Y { get; init; }

    /// <summary>The axis whose values tell the points of a front apart; null for the designs.</summary>
    public string? By { get; init; }

    /// <summary>Values of axes, by name of the axis: only such points are shown.</summary>
    public IReadOnlyDictionary<string, string> At { get; init; } = new Dictionary<string, string>();

    /// <summary>Scale of the horizontal axis; null to take the one that fits.</summary>
    public ChartScale? XScale { get; init; }

    /// <summary>Scale of the vertical axis; null to take the one that fits.</summary>
    public ChartScale? YScale { get; init; }

    /// <summary>True for a chart that the study does not name, drawn where it can be.</summary>
    public bool IsUsual { get; init; }

    /// <summary>Title of the chart; null for one that says what it shows.</summary>
    public string? Title { get; init; }
}
