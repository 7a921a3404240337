namespace Memti.Runs.Sweeps.Results;

/// <summary>A design at a point.</summary>
/// <param name="Point">Index of the point, from 0.</param>
/// <param name="Design">Index of the design, from 0.</param>
public readonly record struct SweepRow(int Point, int Design);
