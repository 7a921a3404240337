using System.Runtime.InteropServices;

namespace Memti.Tensors.Buffers;

/// <summary>Zeroed native memory, aligned to cache lines. Released by <see cref="SafeHandle.Dispose()"/> or by its finaliser.</summary>
internal sealed unsafe class NativeBuffer : SafeHandle
{
    /// <summary>Bytes of a cache line, and of a vector of 512 bits.</summary>
    private const int Alignment = 64;

    public NativeBuffer(long floats)
        : base(0, ownsHandle: true)
    {
        nuint bytes = checked((nuint)(floats * sizeof(float)));
        Bytes = (long)bytes;
        SetHandle((nint)NativeMemory.AlignedAlloc(bytes, Alignment));
        NativeMemory.Clear(Pointer, bytes);
        // The collector sees small objects only; it must know what keeping them alive costs.
        GC.AddMemoryPressure(Bytes);
    }

    public float* Pointer => (float*)handle;

    public long Bytes { get; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure(Bytes);
        return true;
    }
}
