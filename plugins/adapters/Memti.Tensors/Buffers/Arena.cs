
namespace Memti.Tensors.Buffers;

/// <summary>All native memory of a network, released together.</summary>
internal sealed unsafe class Arena : IDisposable
{
    /// <summary>Floats of a cache line of 64 bytes.</summary>
    private const int FloatsPerLine = 16;

    /// <summary>Floats that vector loads and the last rows of tiles may access beyond a buffer.</summary>
    private const int Slack = 64;

    private readonly List<NativeBuffer> _buffers = [];

    /// <summary>Allocated bytes.</summary>
    public long Bytes => _buffers.Sum(static buffer => buffer.Bytes);

    /// <summary>Allocates zeroed floats, aligned to cache lines.</summary>
    public float* Floats(long count)
    {
        NativeBuffer buffer = new(((count + FloatsPerLine - 1) / FloatsPerLine * FloatsPerLine) + Slack);
        _buffers.Add(buffer);
        return buffer.Pointer;
    }

    /// <summary>Allocates a map of zeros.</summary>
    public Map Map(int images, int height, int width, int channels)
    {
        Map shape = new(null, images, height, width, channels);
        return new Map(Floats(shape.Floats), images, height, width, channels);
    }

    public bool IsDisposed { get; private set; }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    public void Dispose()
    {
        IsDisposed = true;
        _buffers.ForEach(static buffer => buffer.Dispose());
    }
}
