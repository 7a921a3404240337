using System.Runtime.InteropServices;

namespace Memti.Tensors.Buffers;

/// <summary>Zeroed native memory, aligned to cache lines; freed by <see cref="SafeHandle.Dispose()"/> or, failing that, by its finalizer.</summary>
internal sealed unsafe class NativeBuffer : SafeHandle
{
    private const int Alignment = 64;

    public NativeBuffer(long floats)
        : base(0, ownsHandle: true)
    {
        nuint bytes = checked((nuint)(floats * sizeof(float)));
        Bytes = (long)bytes;
        SetHandle((nint)NativeMemory.AlignedAlloc(bytes, Alignment));
        NativeMemory.Clear(Pointer, bytes);
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
