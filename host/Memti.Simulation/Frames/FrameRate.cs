namespace Memti.Simulation;

/// <summary>Frames per second as an exact fraction, such as 30000/1001.</summary>
/// <param name="Numerator">Frames, at least 1.</param>
/// <param name="Denominator">Seconds, at least 1.</param>
public readonly record struct FrameRate(long Numerator, long Denominator)
{
    /// <summary>The rate as a number.</summary>
    public double FramesPerSecond => (double)Numerator / Denominator;

    /// <summary>The nearest fraction in millionths of a frame per second, reduced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above zero, or above 1e9.</exception>
    public static FrameRate FromFramesPerSecond(double value)
    {
        const long scale = 1_000_000;
        if (!(value >= 1.0 / scale && value <= 1e9))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A frame rate is 0.000001 to 1e9 frames per second.");
        long numerator = (long)Math.Round(value * scale);
        long divisor = GreatestCommonDivisor(numerator, scale);
        return new(numerator / divisor, scale / divisor);
    }

    internal static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
