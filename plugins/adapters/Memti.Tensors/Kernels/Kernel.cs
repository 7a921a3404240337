using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Memti.Tensors.Kernels;

/// <summary>
/// Instruction set of the inner loops of convolutions. Each output sums in the same order in all of them, and each step rounds once
/// (<see cref="FusedMultiplyAdd"/>), so the bits are the same.
/// </summary>
public enum Kernel
{
    /// <summary>The widest that the processor supports.</summary>
    Fastest,

    /// <summary>512 bits: AVX-512.</summary>
    Vector512,

    /// <summary>256 bits: AVX2 with fused multiply-add.</summary>
    Vector256,

    /// <summary>128-bit vectors as the runtime translates them: any processor.</summary>
    Portable,
}

/// <summary>The two tile functions of a kernel, selected once.</summary>
internal readonly unsafe struct KernelFunctions
{
    /// <summary>Three groups of four rows by 32 columns.</summary>
    public readonly delegate*<in Tile, void> Tile32;

    /// <summary>Six groups of four rows by 16 columns.</summary>
    public readonly delegate*<in Tile, void> Tile16;

    public KernelFunctions(Kernel kernel)
    {
        Kernel chosen = kernel == Kernel.Fastest ? Widest() : kernel;
        Tile32 =
            chosen switch
            {
                Kernel.Vector512 => &Vector512Kernel.Tile32,
                Kernel.Vector256 => &Vector256Kernel.Tile32,
                _ => &PortableKernel.Tile32
            };
        Tile16 =
            chosen switch
            {
                Kernel.Vector512 => &Vector512Kernel.Tile16,
                Kernel.Vector256 => &Vector256Kernel.Tile16,
                _ => &PortableKernel.Tile16
            };
    }

    private static Kernel Widest()
    {
        if (Vector512.IsHardwareAccelerated)
            return Kernel.Vector512;
        // Without fused multiply-add the 256-bit kernel would round twice per step and lose its speed as well.
        return Vector256.IsHardwareAccelerated && Fma.IsSupported ? Kernel.Vector256 : Kernel.Portable;
    }
}
