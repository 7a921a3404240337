using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Arrays.Numerics;

/// <summary>
/// Natural logarithm of a survival probability, built from additions, multiplications and one division, which IEEE 754 rounds identically
/// on every processor. The platform's logarithm may differ in its last bit, and so would the place of a fault. Relative error below 4e-16.
/// </summary>
internal static class ExactLog
{
    /// <summary>Bits of sqrt(1/2): mantissas are taken between it and sqrt(2), around 1.</summary>
    private const ulong RootOfHalf = 0x3FE6A09E667F3BCD;
    /// <summary>Sign and exponent bits of a double.</summary>
    private const ulong Exponent = 0xFFF0000000000000;
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>ln(survival). Near 1 it is computed from fault = 1 - survival, which is more precise there.</summary>
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
        // ln m = 2 artanh((m - 1) / (m + 1)). With exponent 0, m - 1 is -fault, which has lost no digits to a subtraction.
        Vector512<double> numerator = Vector512.ConditionalSelect(nearOne, -fault, mantissa - Vector512<double>.One);
        Vector512<double> ratio = numerator / (mantissa + Vector512<double>.One);
        return (exponent * Vector512.Create(Ln2)) + (ratio * Vector512.Create(2.0) * Series(ratio * ratio));
    }

    /// <summary>ln(1 - fault), for faults from 0 to below 1.</summary>
    public static double OfSurvival(double fault) => OfSurvival(Vector512.Create(1 - fault), Vector512.Create(fault)).ToScalar();

    /// <summary>
    /// artanh(x) / x as a series in x². Here x² is at most 0.0295, so eleven terms suffice for double precision. Multiplication and
    /// addition stay separate: a fused operation would round differently where the processor has none.
    /// </summary>
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
