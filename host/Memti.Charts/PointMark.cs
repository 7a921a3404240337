namespace Memti.Charts;

/// <summary>A point of a chart that is pointed out, such as where two lines cross.</summary>
/// <param name="X">Its place along the axis.</param>
/// <param name="Y">Its value.</param>
/// <param name="Text">What it is, in a few words.</param>
public sealed record PointMark(double X, double Y, string Text);
