using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Memti.Abstractions.Randomness;

namespace Memti.Arrays.Numerics;

/// <summary>
/// Philox4x32-10 for eight counters at once, one in each 64-bit lane. Integer operations only, so every processor gives the same bits as
/// <see cref="Philox"/>. Multipliers and key increments: Salmon et al., SC 2011.
/// </summary>
internal static class PhiloxLanes
{
    /// <summary>64-bit numbers per vector of 512 bits.</summary>
    public const int Lanes = 8;

    /// <summary>Mask of the lower 32 bits, a word of the generator.</summary>
    private const ulong Word = uint.MaxValue;

    /// <summary>Random blocks of the counters (first + lane, second, third, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ulong> Word0, Vector512<ulong> Word1, Vector512<ulong> Word2, Vector512<ulong> Word3) Blocks(
        Philox key, uint first, uint second, uint third)
    {
        Vector512<ulong> multiplier0 = Vector512.Create(0xD2511F53UL);
        Vector512<ulong> multiplier1 = Vector512.Create(0xCD9E8D57UL);
        Vector512<ulong> counter0 = Vector512.Create((ulong)first) + Vector512<ulong>.Indices;
        Vector512<ulong> counter1 = Vector512.Create((ulong)second);
        Vector512<ulong> counter2 = Vector512.Create((ulong)third);
        Vector512<ulong> counter3 = Vector512<ulong>.Zero;
        (uint key0, uint key1) = (key.Key0, key.Key1);
        for (int round = 0; round < 10; round++)
        {
            Vector512<ulong> product0 = Widen(multiplier0, counter0);
            Vector512<ulong> product1 = Widen(multiplier1, counter2);
            // Upper halves of lanes may hold garbage from here on: products read lower halves alone, and the result is masked once at the
            // end.
            counter0 = Vector512.ShiftRightLogical(product1, 32) ^ counter1 ^ Vector512.Create((ulong)key0);
            counter2 = Vector512.ShiftRightLogical(product0, 32) ^ counter3 ^ Vector512.Create((ulong)key1);
            (counter1, counter3) = (product1, product0);
            unchecked
            {
                key0 += 0x9E3779B9;
                key1 += 0xBB67AE85;
            }
        }

        Vector512<ulong> word = Vector512.Create(Word);
        return (counter0 & word, counter1 & word, counter2 & word, counter3 & word);
    }

    /// <summary>Products of a 32-bit number and the lower halves of lanes. Upper halves are ignored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Widen(Vector512<ulong> multiplier, Vector512<ulong> lanes)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(multiplier.AsUInt32(), lanes.AsUInt32());
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.Multiply(multiplier.GetLower().AsUInt32(), lanes.GetLower().AsUInt32()),
                Avx2.Multiply(multiplier.GetUpper().AsUInt32(), lanes.GetUpper().AsUInt32()));
        }

        return multiplier * (lanes & Vector512.Create(Word));
    }
}
