using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Arrays.Numerics;

/// <summary>Converts random words to numbers between 0 and 1: the middles of 2^64 equal steps, rounded once.</summary>
internal static class UniformLanes
{
    /// <summary>2^-32.</summary>
    private const double PerWord = 1.0 / 4294967296;
    private const double PerTwoWords = PerWord * PerWord;

    /// <summary>Bits of 2^52. Adding a small integer to these bits adds it to the number.</summary>
    private const ulong TwoTo52 = 0x4330000000000000;

    /// <summary>Converts integers below 2^52 to doubles, exactly, by bit operations that every vector width has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector512<ulong> integers) =>
        (integers | Vector512.Create(TwoTo52)).AsDouble() - Vector512.Create(4503599627370496.0);

    /// <summary>A number and its complement to 1, each rounded once, so that both are precise near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Number, Vector512<double> Complement) Of(Vector512<ulong> high, Vector512<ulong> low)
    {
        Vector512<double> coarse = ToDouble(high) * Vector512.Create(PerWord);
        // The half puts the number in the middle of its step: it is never 0, whose logarithm would be infinite.
        Vector512<double> fine = (ToDouble(low) + Vector512.Create(0.5)) * Vector512.Create(PerTwoWords);
        return (coarse + fine, Vector512<double>.One - coarse - fine);
    }
}
