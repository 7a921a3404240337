namespace Memti.Simulation.Contents;

/// <summary>The words of 32 bits that a transfer writes, one after the other over its time.</summary>
/// <param name="Offset">First byte in the memory that is written.</param>
/// <param name="Bytes">Number of bytes, at least 1.</param>
/// <param name="Duration">Picoseconds of the whole transfer.</param>
internal readonly record struct TransferWords(long Offset, long Bytes, long Duration)
{
    private const int WordBytes = sizeof(uint);

    /// <summary>Number of words, whole and in part.</summary>
    public long Count => ((Offset + Bytes + WordBytes - 1) / WordBytes) - (Offset / WordBytes);

    /// <summary>A word by its place, from 0.</summary>
    public TransferWord this[long place]
    {
        get
        {
            long word = ((Offset / WordBytes) + place) * WordBytes;
            long from = Math.Max(0, word - Offset);
            long until = Math.Min(Bytes, word + WordBytes - Offset);
            return new(word, from, until, MomentOf(from), MomentOf(until));
        }
    }

    /// <summary>The words that are whole after some picoseconds.</summary>
    public long WholeAfter(long passed)
    {
        (long low, long high) = (0, Count);
        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = this[middle].End <= passed ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private long MomentOf(long bytes) => (long)((Int128)Duration * bytes / Bytes);
}
