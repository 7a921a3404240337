using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Kernels;

/// <summary>
/// Whether this processor, as the runtime uses it, multiplies and adds with one rounding. Kernels do so at each step: with two roundings
/// they would train other weights.
/// </summary>
public static class FusedMultiplyAdd
{
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24, whose last term a float drops. Less 1 + 2^-11, it is there only if nothing was rounded in between.
    private const float Factor = 1 + (1f / 4096);
    private const float Subtrahend = 1 + (1f / 2048);

    /// <summary>True when vectors of every width are fused.</summary>
    public static bool IsUsed { get; } = Probe(Factor, -Subtrahend);

    // Not inlined: a compiler would work out constants with its own rounding.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Probe(float factor, float addend)
    {
        Vector128<float> narrow = Vector128.Create(factor);
        Vector256<float> wide = Vector256.Create(factor);
        Vector512<float> widest = Vector512.Create(factor);
        return Vector128.MultiplyAddEstimate(narrow, narrow, Vector128.Create(addend)) != Vector128<float>.Zero
            && Vector256.MultiplyAddEstimate(wide, wide, Vector256.Create(addend)) != Vector256<float>.Zero
            && Vector512.MultiplyAddEstimate(widest, widest, Vector512.Create(addend)) != Vector512<float>.Zero;
    }
}
