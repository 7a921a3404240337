namespace Memti.Charts;

/// <summary>Where a value lies.</summary>
/// <param name="Low">Its low end; NaN where it is not known.</param>
/// <param name="High">Its high end; NaN where it is not known.</param>
public readonly record struct Interval(double Low, double High);
