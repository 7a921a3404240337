namespace Memti.Abstractions.Cells;

/// <summary>
/// What a column of cells adds up by input code: the variance of a fluctuating cell's contribution, and the energy of its read. An input is
/// driven directly, in one read, or decomposed into its bits, one read for each.
/// </summary>
/// <remarks>Derived from x = sum of 2^p x_p with independent cells; docs/models/read-fluctuation.md.</remarks>
public static class InputDecomposition
{
    /// <summary>Variance of a cell's contribution over the variance of one read, by magnitude of the input code.</summary>
    /// <param name="bits">Magnitude bits of an input, 1 to 8.</param>
    /// <param name="decomposed">True for a read per bit, false for one read.</param>
    /// <param name="correlation">Correlation of neighbouring reads of a cell, 0 to 1; at 1 both ways are equal.</param>
    /// <returns>Shape [2^bits].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double[] Variance(int bits, bool decomposed, double correlation = 0)
    {
        Check(bits);
        ArgumentOutOfRangeException.ThrowIfNegative(correlation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correlation, 1);
        double[] table = new double[1 << bits];
        for (int code = 0; code < table.Length; code++)
            table[code] = decomposed ? OfBits(code, bits, correlation) : (double)code * code;
        return table;
    }

    /// <summary>Energy of a cell's read in pulses of one bit, by magnitude of the input code.</summary>
    /// <param name="bits">Magnitude bits of an input, 1 to 8.</param>
    /// <param name="decomposed">True for a read per bit, false for one read, whose pulse is as long or as high as the code.</param>
    /// <returns>Shape [2^bits].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double[] Pulses(int bits, bool decomposed)
    {
        Check(bits);
        double[] table = new double[1 << bits];
        for (int code = 0; code < table.Length; code++)
            table[code] = decomposed ? int.PopCount(code) : code;
        return table;
    }

    private static double OfBits(int code, int bits, double correlation)
    {
        double sum = 0;
        for (int first = 0; first < bits; first++)
            for (int second = 0; second < bits; second++)
                if ((code >> first & code >> second & 1) == 1)
                    sum += (1 << (first + second)) * Power(correlation, Math.Abs(first - second));
        return sum;
    }

    private static double Power(double value, int exponent)
    {
        double product = 1;
        for (int factor = 0; factor < exponent; factor++)
            product *= value;
        return product;
    }

    private static void Check(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 8);
    }
}
