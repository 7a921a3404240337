using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Arrays.Numerics;

/// <summary>Random words as numbers between 0 and 1: the middles of 2^64 equal steps, rounded once.</summary>
internal static class UniformLanes
{
    private const double PerWord = 1.0 / 4294967296;
    private const double PerTwoWords = PerWord * PerWord;

    /// <summary>The bits of 2^52; adding a small integer to them adds it to the number.</summary>
    private const ulong TwoTo52 = 0x4330000000000000;

    /// <summary>Integers below 2^52 as doubles, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector512<ulong> integers) =>
        (integers | Vector512.Create(TwoTo52)).AsDouble() - Vector512.Create(4503599627370496.0);

    /// <summary>The number and what it leaves of 1, each rounded once, so that both keep their precision near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Number, Vector512<double> Complement) Of(Vector512<ulong> high, Vector512<ulong> low)
    {
        Vector512<double> coarse = ToDouble(high) * Vector512.Create(PerWord);
        Vector512<double> fine = (ToDouble(low) + Vector512.Create(0.5)) * Vector512.Create(PerTwoWords);
        return (coarse + fine, Vector512<double>.One - coarse - fine);
    }
}
