namespace Memti.Plugins.Adapters.FixedPoint;

/// <summary>Chooses the power of two of a tensor.</summary>
/// <remarks>
/// A task batch norm follows each sum W x + A x, so that a power of two on W and A of a layer changes nothing but its statistics: the scale costs no hardware beyond a shift.
/// Of the scales from the one at which nothing saturates to three powers of two finer, that of the least squared error is taken.
/// </remarks>
internal static class FormatChoice
{
    private const int FinerScales = 3;

    /// <summary>The format of least squared error for values; one step per unit for a tensor of zeros.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="bits">Bits of a code, 2 to 16.</param>
    internal static FixedPointFormat For(ReadOnlySpan<float> values, int bits)
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
            if (error < least)
                (best, least) = (format, error);
        }

        return best;
    }

    /// <summary>The finest format in which the greatest value does not saturate by more than rounding.</summary>
    private static FixedPointFormat Widest(float greatest, int bits) => new(bits, bits - 2 - MathF.ILogB(greatest));
}
