namespace Memti.Plugins.RiscV.Execution;

/// <summary>A counter of 64 bits that firmware sets, reads and stops; it follows a number that only grows.</summary>
internal sealed class Counter
{
    // Value of the counter minus the number, or the value itself while it is stopped.
    private long _offset;

    /// <summary>True while it keeps its value.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The value.</summary>
    /// <param name="now">The number that it follows.</param>
    public ulong Read(long now) => (ulong)(IsStopped ? _offset : now + _offset);

    /// <summary>Begins at zero, running.</summary>
    public void Clear(long now) => (_offset, IsStopped) = (-now, false);

    /// <summary>Sets one half. The write wins over the increment of the writing instruction, also in the other half.</summary>
    /// <param name="upper">True for the upper half.</param>
    /// <param name="half">The new half.</param>
    /// <param name="before">The number before the writing instruction.</param>
    /// <param name="after">The number after it.</param>
    public void Write(bool upper, uint half, long before, long after)
    {
        ulong old = Read(before);
        ulong value = upper ? ((ulong)half << 32) | (uint)old : (old & 0xffffffff00000000) | half;
        _offset = (long)value - (IsStopped ? 0 : after);
    }

    /// <summary>Stops or continues.</summary>
    public void Stop(bool stopped, long now)
    {
        if (stopped != IsStopped)
            (_offset, IsStopped) = (stopped ? now + _offset : _offset - now, stopped);
    }
}
