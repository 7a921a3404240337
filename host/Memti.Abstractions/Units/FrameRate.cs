namespace Memti.Abstractions.Units;

/// <summary>Frames per second as an exact fraction, so that 29.97 (2997/100) does not drift.</summary>
/// <param name="Numerator">Frames, at least 1.</param>
/// <param name="Denominator">Seconds, at least 1.</param>
public readonly record struct FrameRate(long Numerator, long Denominator)
{
    /// <summary>Frames per second, rounded to a double.</summary>
    public double PerSecond => (double)Numerator / Denominator;
}
