namespace Memti.Runs.Sweeps.Results;

/// <summary>Where the curve of a design crosses that of the first design along a numeric axis.</summary>
/// <param name="Metric">Index of the metric.</param>
/// <param name="Design">Index of the design.</param>
/// <param name="Axis">Index of the axis.</param>
/// <param name="At">
/// Value of the axis: interpolated between the two points around it, in the logarithm of both where the axis is logarithmic.
/// </param>
/// <param name="Below">Index of the point before it.</param>
/// <param name="Above">Index of the point after it.</param>
/// <param name="Rising">True when the design exceeds the first one after the crossing.</param>
public sealed record Crossing(int Metric, int Design, int Axis, double At, int Below, int Above, bool Rising);
