namespace Memti.Charts.Axes;

/// <summary>A labelled value of an axis.</summary>
internal readonly record struct Tick(double Value, string Label);
