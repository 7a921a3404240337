namespace Memti.Charts.Axes;

/// <summary>An axis of a chart.</summary>
/// <param name="Label">What it shows, with its unit, such as <c>energy per frame (mJ)</c>.</param>
/// <param name="Scale">How it spaces values. Default: linear.</param>
public sealed record Axis(string Label, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>Smallest value to show; null to take it from the data.</summary>
    public double? Min { get; init; }

    /// <summary>Largest value to show; null to take it from the data.</summary>
    public double? Max { get; init; }

    /// <summary>True for a value that the axis can show: finite, and positive on a logarithmic axis.</summary>
    public bool CanShow(double value) => double.IsFinite(value) && (Scale == AxisScale.Linear || value > 0);
}
