namespace Memti.Tensors.Numerics;

/// <summary>
/// Elementary functions with the same bits on every platform. The functions of a platform's C library may differ in the last bit, and
/// trained weights would differ with them. Results are the nearest double but for about one argument in 2^30.
/// </summary>
internal static class Elementary
{
    // Sums of 106 bits hold the first terms of a series; a double is enough for terms that are below 2^-30 of the result.
    private const int ExactTerms = 8;
    private const double LeastExponent = -708;
    private const double MostExponent = 709;
    private const double Log2OfE = 1.4426950408889634;
    private const double TwoOverPi = 0.6366197723675814;
    private const double RootOfHalf = 0.7071067811865476;

    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766e-17);

    /// <summary>e to the x: 0 below -708, where results would lose digits, and infinity above 709.</summary>
    public static double Exp(double x)
    {
        const int Terms = 22;
        if (double.IsNaN(x) || x < LeastExponent)
            return double.IsNaN(x) ? x : 0;
        if (x > MostExponent)
            return double.PositiveInfinity;
        double twos = Math.Round(x * Log2OfE);
        DoubleDouble rest = x - (Ln2 * twos);
        double tail = 1;
        for (int term = Terms; term > ExactTerms; term--)
            tail = 1 + (rest.High * tail / term);
        DoubleDouble sum = tail;
        for (int term = ExactTerms; term > 0; term--)
            sum = 1 + (rest * sum / term);
        return Math.ScaleB(sum.High, (int)twos);
    }

    /// <summary>Natural logarithm of a finite number above 0.</summary>
    public static double Log(double x)
    {
        const int Terms = 21;
        int twos = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -twos);
        // Mantissas from sqrt(1/2) to sqrt(2), so that nothing is lost around 1.
        if (mantissa * RootOfHalf > 1)
            (mantissa, twos) = (mantissa / 2, twos + 1);
        // ln m = 2 artanh((m - 1) / (m + 1)), and the difference is exact.
        DoubleDouble ratio = (mantissa - 1) / DoubleDouble.Sum(mantissa, 1);
        DoubleDouble square = ratio * ratio;
        double tail = 0;
        for (int term = Terms; term > ExactTerms; term--)
            tail = (tail * square.High) + (1.0 / ((2 * term) + 1));
        DoubleDouble sum = tail;
        for (int term = ExactTerms; term >= 0; term--)
            sum = (sum * square) + ((DoubleDouble)1 / ((2 * term) + 1));
        return ((Ln2 * twos) + (ratio * sum * 2)).High;
    }

    /// <summary>Cosine of an angle from 0 to 2 pi.</summary>
    public static double Cos(double radians)
    {
        double quarter = Math.Round(radians * TwoOverPi);
        DoubleDouble rest = radians - (HalfPi * quarter);
        return (int)quarter switch
        {
            0 or 4 => Even(rest, 0).High,
            1 => -(rest * Even(rest, 1)).High,
            2 => -Even(rest, 0).High,
            _ => (rest * Even(rest, 1)).High,
        };
    }

    /// <summary>x to a power from 0 up.</summary>
    public static double Power(double x, int power)
    {
        DoubleDouble product = 1;
        for (int factor = 0; factor < power; factor++)
            product *= x;
        return product.High;
    }

    // The series of the cosine (odd = 0), and of the sine over its argument (odd = 1).
    private static DoubleDouble Even(DoubleDouble x, int odd)
    {
        const int Terms = 14;
        DoubleDouble square = x * x;
        double tail = 1;
        for (int term = Terms; term > ExactTerms; term--)
            tail = 1 - (square.High * tail / Divisor(term, odd));
        DoubleDouble sum = tail;
        for (int term = ExactTerms; term > 0; term--)
            sum = 1 - (square * sum / Divisor(term, odd));
        return sum;
    }

    private static double Divisor(int term, int odd) => ((2 * term) - 1 + odd) * ((2 * term) + odd);
}
