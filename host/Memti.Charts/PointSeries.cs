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

    /// <summary>Number of the look, from 0, where charts shall share it; null for the place in the chart.</summary>
    public int? Look { get; init; }
}
