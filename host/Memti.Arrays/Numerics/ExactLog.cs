using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Arrays.Numerics;

/// <summary>
/// Natural logarithm of a survival probability from additions, multiplications and one division, which every processor rounds alike. The
/// platform's logarithm may differ in its last bit from machine to machine, and with it the place of a fault. Relative error below 4e-16.
/// </summary>
internal static class ExactLog
{
    private const ulong RootOfHalf = 0x3FE6A09E667F3BCD;
    private const ulong Exponent = 0xFFF0000000000000;
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>ln(survival), where fault = 1 - survival is given as well because it is the more precise one near 0.</summary>
    /// <param name="survival">Above 0, at most 1.</param>
    /// <param name="fault">1 - survival.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfSurvival(Vector512<double> survival, Vector512<double> fault)
    {
        // survival = mantissa x 2^exponent, mantissa from sqrt(1/2) to sqrt(2); the exponent is carried as a count from -1023 up.
        Vector512<ulong> above = survival.AsUInt64() - Vector512.Create(RootOfHalf);
        Vector512<double> mantissa = (survival.AsUInt64() - (above & Vector512.Create(Exponent))).AsDouble();
        Vector512<ulong> count = Vector512.ShiftRightLogical(above + Vector512.Create(1023UL << 52), 52);
        Vector512<double> exponent = UniformLanes.ToDouble(count) - Vector512.Create(1023.0);
        Vector512<double> nearOne = Vector512.Equals(exponent, Vector512<double>.Zero);
        Vector512<double> numerator = Vector512.ConditionalSelect(nearOne, -fault, mantissa - Vector512<double>.One);
        Vector512<double> ratio = numerator / (mantissa + Vector512<double>.One);
        return (exponent * Vector512.Create(Ln2)) + (ratio * Vector512.Create(2.0) * Series(ratio * ratio));
    }

    /// <summary>ln(1 - fault), for faults from 0 to below 1.</summary>
    public static double OfSurvival(double fault) => OfSurvival(Vector512.Create(1 - fault), Vector512.Create(fault)).ToScalar();

    /// <summary>artanh(x) / x as a series in x squared, which is at most 0.0295 here: eleven terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Series(Vector512<double> square)
    {
        Vector512<double> sum = Vector512.Create(1.0 / 21);
        sum = (sum * square) + Vector512.Create(1.0 / 19);
        sum = (sum * square) + Vector512.Create(1.0 / 17);
        sum = (sum * square) + Vector512.Create(1.0 / 15);
        sum = (sum * square) + Vector512.Create(1.0 / 13);
        sum = (sum * square) + Vector512.Create(1.0 / 11);
        sum = (sum * square) + Vector512.Create(1.0 / 9);
        sum = (sum * square) + Vector512.Create(1.0 / 7);
        sum = (sum * square) + Vector512.Create(1.0 / 5);
        sum = (sum * square) + Vector512.Create(1.0 / 3);
        return (sum * square) + Vector512<double>.One;
    }
}
