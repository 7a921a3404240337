using Memti.Simulation.Contents;

namespace Memti.Simulation.Devices.Memories;

/// <summary>Numbers the words that masters write to non-volatile memories with bytes, and tears those that a loss of power cuts.</summary>
/// <param name="tearing">What is left of a cut word, by memory. A memory that is not among them keeps whole words.</param>
internal sealed class WordWrites(IReadOnlyDictionary<int, IWordTearing> tearing)
{
    private long _begun;

    /// <summary>True when a cut write of some memory leaves a torn word.</summary>
    public bool TearsAny => tearing.Count > 0;

    /// <summary>True when a cut write of a memory leaves a torn word.</summary>
    public bool Tears(MemoryDevice memory) => tearing.ContainsKey(memory.Part.Memory);

    /// <summary>Words have been written, or a master has begun to write one.</summary>
    public void Count(long words) => _begun += words;

    /// <summary>Power ended while a transfer was under way: its whole words are there, and that under way is torn where the memory
    /// tears.</summary>
    /// <param name="memory">The memory that was written.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="source">The bytes of the whole transfer.</param>
    /// <param name="words">Its words.</param>
    /// <param name="passed">Picoseconds since its start.</param>
    /// <returns>Bytes of the transfer that have reached the memory, those of the torn word included.</returns>
    public long Cut(MemoryDevice memory, ByteStore bytes, ReadOnlySpan<byte> source, TransferWords words, long passed)
    {
        long whole = words.WholeAfter(passed);
        long moved = whole == 0 ? 0 : words[whole - 1].Until;
        if (moved > 0)
            bytes.Write(words.Offset, source[..(int)moved]);
        Count(whole);
        if (whole == words.Count || !Tears(memory))
            return moved;
        TransferWord word = words[whole];
        if (word.Begin >= passed)
            return moved;
        Span<byte> after = stackalloc byte[sizeof(uint)];
        bytes.Read(word.Offset, sizeof(uint)).CopyTo(after);
        source[(int)word.From..(int)word.Until].CopyTo(after[(int)(words.Offset + word.From - word.Offset)..]);
        Count(1);
        Cut(memory, bytes, word.Offset, after, new(passed - word.Begin, word.Latency, _begun));
        return word.Until;
    }

    /// <summary>Power ended while the word was written that began last.</summary>
    /// <param name="memory">Its memory; <see cref="Tears"/> is true for it.</param>
    /// <param name="bytes">The bytes of the memory, with what the word held before.</param>
    /// <param name="offset">First byte of the word: a multiple of 4.</param>
    /// <param name="after">What it was to hold; 4 bytes.</param>
    /// <param name="passed">Picoseconds since its write began.</param>
    /// <param name="latency">Picoseconds that it takes.</param>
    public void Cut(MemoryDevice memory, ByteStore bytes, long offset, ReadOnlySpan<byte> after, long passed, long latency) =>
        Cut(memory, bytes, offset, after, new(passed, latency, _begun));

    private void Cut(MemoryDevice memory, ByteStore bytes, long offset, ReadOnlySpan<byte> after, WordCut cut)
    {
        IWordTearing torn = tearing[memory.Part.Memory];
        long first = offset / torn.UnitBytes * torn.UnitBytes;
        // The last word of the code may reach beyond the memory.
        int held = (int)Math.Min(torn.UnitBytes, bytes.Length - first);
        byte[] before = new byte[torn.UnitBytes];
        bytes.Read(first, held).CopyTo(before);
        byte[] wanted = (byte[])before.Clone();
        after.CopyTo(wanted.AsSpan((int)(offset - first)));
        TornBytes left = torn.Tear(before, wanted, (int)(offset - first), cut);
        bytes.Write(first, left.Bytes.Span[..held]);
        foreach ((int place, int count) in left.Unreadable)
            bytes.MarkUnreadable(first + place, Math.Min(count, held - place));
    }
}
