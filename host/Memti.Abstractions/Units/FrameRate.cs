namespace Memti.Abstractions.Units;

/// <summary>Frames per second as an exact fraction, so that 29.97 (2997/100) does not drift.</summary>
/// <param name="Numerator">Frames, at least 1.</param>
/// <param name="Denominator">Seconds, at least 1.</param>
public readonly record struct FrameRate(long Numerator, long Denominator)
{
    private const long PicosecondsPerSecond = 1_000_000_000_000;

    /// <summary>Frames per second, rounded to a double.</summary>
    public double PerSecond => (double)Numerator / Denominator;

    /// <summary>Time from one frame to the next, half up to whole picoseconds, as starts of frames are rounded.</summary>
    /// <exception cref="OverflowException">The time is longer than <see cref="SimTime"/> can hold.</exception>
    public SimTime Period
    {
        get
        {
            // In integers: floor((2 a + b) / 2 b). A period must not depend on floating point.
            Int128 parts = (Int128)PicosecondsPerSecond * Denominator;
            return SimTime.FromPicoseconds(checked((long)(((2 * parts) + Numerator) / (2 * (Int128)Numerator))));
        }
    }
}
