using System.Numerics;
using System.Runtime.InteropServices;

namespace Memti.Simulation.Contents;

/// <summary>
/// What volatile cells hold when power returns: arbitrary but the same for a seed. Every word of 64 bits has its own value, so that a word
/// which still equals it was written by nobody: by chance that happens once in 2^64 words.
/// </summary>
internal sealed class PowerUpPattern
{
    private const int WordBytes = sizeof(ulong);
    private const int PageWords = 512;
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong[] _page = new ulong[PageWords];
    private readonly ulong _seed;

    public PowerUpPattern(ulong seed)
    {
        _seed = seed;
        for (int word = 0; word < PageWords; word++)
            _page[word] = Mix(seed + ((ulong)word * Golden));
    }

    /// <summary>Writes the pattern to whole words.</summary>
    /// <param name="contents">The memory from its first byte on.</param>
    /// <param name="start">First byte: rounded down to a whole word.</param>
    /// <param name="end">The byte after the last: rounded up to a whole word.</param>
    public void Fill(Span<byte> contents, long start, long end)
    {
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(contents);
        int last = (int)Math.Min(words.Length, (end + WordBytes - 1) / WordBytes);
        for (int word = (int)(start / WordBytes); word < last;)
        {
            int count = Math.Min(last - word, PageWords - (word % PageWords));
            FillPage(words.Slice(word, count), word);
            word += count;
        }
    }

    /// <summary>Finds the first word of a range that holds the pattern still.</summary>
    /// <returns>Offset of its first byte within the range; -1 for none.</returns>
    public long FirstUntouched(ReadOnlySpan<byte> contents, long start, long end)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(contents);
        for (long word = start / WordBytes; word * WordBytes < end; word++)
        {
            if (words[(int)word] == At(word))
                return Math.Max(start, word * WordBytes);
        }

        return -1;
    }

    private ulong At(long word) => _page[word % PageWords] ^ Key(word / PageWords);

    private void FillPage(Span<ulong> target, int word)
    {
        ulong key = Key(word / PageWords);
        ReadOnlySpan<ulong> source = _page.AsSpan(word % PageWords, target.Length);
        // A memory is filled at each power-down: by vectors, and the rest word by word.
        Span<Vector<ulong>> vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(target);
        ReadOnlySpan<Vector<ulong>> sources = MemoryMarshal.Cast<ulong, Vector<ulong>>(source);
        Vector<ulong> keys = new(key);
        for (int place = 0; place < vectors.Length; place++)
            vectors[place] = sources[place] ^ keys;
        for (int place = vectors.Length * Vector<ulong>.Count; place < target.Length; place++)
            target[place] = source[place] ^ key;
    }

    private ulong Key(long page) => Mix(_seed ^ ((ulong)(page + 1) * Golden));

    // The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): neighbours have nothing in common.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
