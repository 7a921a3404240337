namespace Memti.Charts;

/// <summary>Points of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="X">Their places along the axis.</param>
/// <param name="Y">Their values, as many; a value that is not finite breaks the line.</param>
public sealed record PointSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>How they are connected. Default: by straight lines.</summary>
    public LineStyle Line { get; init; }

    /// <summary>True for a marker at every point; false for lines alone. Default: true.</summary>
    public bool HasMarkers { get; init; } = true;

    /// <summary>True for points in the background: small, pale, and without a name in the legend. Default: false.</summary>
    public bool IsFaint { get; init; }

    /// <summary>The interval of each value; NaN for none. Null where no value has one.</summary>
    public IReadOnlyList<Interval>? Intervals { get; init; }

    /// <summary>Number of the look, from 0, where charts shall share it; null for the place in the chart.</summary>
    public int? Look { get; init; }
}
