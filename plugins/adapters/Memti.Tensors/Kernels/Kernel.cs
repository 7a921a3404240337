using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Memti.Tensors.Kernels;

/// <summary>Which registers the inner loops of convolutions use. Results differ by rounding only.</summary>
public enum Kernel
{
    /// <summary>The widest that the processor has.</summary>
    Fastest,

    /// <summary>512 bits: AVX-512.</summary>
    Vector512,

    /// <summary>256 bits: AVX2 with fused multiply-add.</summary>
    Vector256,

    /// <summary>128 bits, or whatever the runtime makes of them: any processor.</summary>
    Portable,
}

/// <summary>The two tile functions of a kernel, chosen once.</summary>
internal readonly unsafe struct KernelFunctions
{
    /// <summary>Three groups of four rows by 32 columns.</summary>
    public readonly delegate*<in Tile, void> Tile32;

    /// <summary>Six groups of four rows by 16 columns.</summary>
    public readonly delegate*<in Tile, void> Tile16;

    public KernelFunctions(Kernel kernel)
    {
        Kernel chosen = kernel == Kernel.Fastest ? Widest() : kernel;
        Tile32 = chosen switch { Kernel.Vector512 => &Vector512Kernel.Tile32, Kernel.Vector256 => &Vector256Kernel.Tile32, _ => &PortableKernel.Tile32 };
        Tile16 = chosen switch { Kernel.Vector512 => &Vector512Kernel.Tile16, Kernel.Vector256 => &Vector256Kernel.Tile16, _ => &PortableKernel.Tile16 };
    }

    private static Kernel Widest()
    {
        if (Vector512.IsHardwareAccelerated)
            return Kernel.Vector512;
        return Vector256.IsHardwareAccelerated && Fma.IsSupported ? Kernel.Vector256 : Kernel.Portable;
    }
}
