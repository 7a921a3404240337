using System.Runtime.InteropServices;

namespace Memti.Plugins.RiscV.State;

/// <summary>Zeroed unmanaged memory that lives as long as this object. The system commits its pages when they are first touched.</summary>
internal sealed unsafe class NativeBlock
{
    // The C library of Linux takes blocks of up to 32 MiB from its heap once it has freed such a block, and clears them byte by byte. What
    // is larger comes from the system, zeroed page by page as it is touched: a table of 8 MiB would cost a core 1.5 ms.
    private const long Large = 1 << 20;
    private const long Lazy = 33 << 20;

    /// <summary>Allocates memory.</summary>
    public NativeBlock(long bytes) => Pointer = NativeMemory.AllocZeroed((nuint)(bytes < Large ? bytes : Math.Max(bytes, Lazy)));

    ~NativeBlock() => NativeMemory.Free(Pointer);

    /// <summary>The first byte.</summary>
    public void* Pointer { get; }
}
