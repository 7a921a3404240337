namespace Memti.Trainers.FixedPoint;

/// <summary>Chooses the power of two of a tensor.</summary>
/// <remarks>
/// A task's batch norm follows each sum W x + A x, so a power of two on W and A of a layer only changes its statistics: the scale costs no
/// hardware beyond a shift. Candidates are the scale at which nothing saturates and the next three finer powers of two; the one with the
/// least squared error is chosen.
/// </remarks>
public static class FormatChoice
{
    /// <summary>
    /// Finer scales to try. Assumed: beyond a factor of eight more values saturate than rounding gains. Moves the format of tensors with
    /// outliers.
    /// </summary>
    private const int FinerScales = 3;

    /// <summary>The format with the least squared error; for a tensor of zeros, one step per unit.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="bits">Bits of a code, 2 to 16.</param>
    public static FixedPointFormat For(ReadOnlySpan<float> values, int bits)
    {
        float greatest = 0;
        foreach (float value in values)
            greatest = MathF.Max(greatest, MathF.Abs(value));
        if (greatest == 0)
            return new FixedPointFormat(bits, 0);
        FixedPointFormat widest = Widest(greatest, bits);
        FixedPointFormat best = widest;
        double least = best.SquaredError(values);
        for (int finer = 1; finer <= FinerScales; finer++)
        {
            FixedPointFormat format = widest with { FractionBits = widest.FractionBits + finer };
            double error = format.SquaredError(values);
            // Strictly less: on a tie the wider range stays.
            if (error < least)
                (best, least) = (format, error);
        }

        return best;
    }

    /// <summary>
    /// The finest format in which the largest value saturates by no more than rounding: one bit for the sign, ILogB + 1 for its integer
    /// part.
    /// </summary>
    private static FixedPointFormat Widest(float greatest, int bits) => new(bits, bits - 2 - MathF.ILogB(greatest));
}
