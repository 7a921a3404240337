namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>
/// Sine and cosine from additions and products only. IEEE 754 rounds these alike everywhere, and the runtime does not fuse them; the
/// platform's own functions differ in the last bit from system to system.
/// </summary>
internal static class Wave
{
    /// <summary>Sine of an angle in whole turns, with an error below 4e-6.</summary>
    public static double Sine(double turns)
    {
        double phase = turns - Math.Floor(turns);
        double quarter = phase < 0.25 ? phase : phase < 0.75 ? 0.5 - phase : phase - 1;
        double x = quarter * (2 * Math.PI);
        double square = x * x;
        // Taylor series up to x⁹ on [-pi/2, pi/2].
        return x * (1 + square * (-1.0 / 6 + square * (1.0 / 120 + square * (-1.0 / 5040 + square * (1.0 / 362880)))));
    }

    public static double Cosine(double turns) => Sine(turns + 0.25);
}
