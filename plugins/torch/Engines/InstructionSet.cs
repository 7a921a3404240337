using System.Runtime.Intrinsics.X86;

namespace Memti.Plugins.Torch.Engines;

/// <summary>The instruction set for which libtorch chooses its own kernels on a processor; bits depend on it.</summary>
/// <remarks>PyTorch 2.10, <c>aten/src/ATen/native/DispatchStub.cpp</c>: the variable ATEN_CPU_CAPABILITY can lower it.</remarks>
internal static class InstructionSet
{
    /// <summary>Such as <c>AVX512</c>; empty where it is not known.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("ATEN_CPU_CAPABILITY") switch
    {
        "avx512" when HasAvx512 => "AVX512",
        "avx512" or "avx2" when HasAvx2 => "AVX2",
        null or "" when HasAvx512 => "AVX512",
        null or "" when HasAvx2 => "AVX2",
        _ => "",
    };

    private static bool HasAvx512 => Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && HasAvx2;

    private static bool HasAvx2 => Avx2.IsSupported && Fma.IsSupported;
}
