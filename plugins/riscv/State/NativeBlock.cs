using System.Runtime.InteropServices;

namespace Memti.Plugins.RiscV.State;

/// <summary>Zeroed unmanaged memory that lives as long as this object. The system commits its pages when they are first touched.</summary>
internal sealed unsafe class NativeBlock
{
    /// <summary>Allocates memory.</summary>
    public NativeBlock(long bytes) => Pointer = NativeMemory.AllocZeroed((nuint)bytes);

    ~NativeBlock() => NativeMemory.Free(Pointer);

    /// <summary>The first byte.</summary>
    public void* Pointer { get; }
}
