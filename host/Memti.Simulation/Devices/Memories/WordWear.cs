using System.Runtime.InteropServices;

namespace Memti.Simulation.Devices.Memories;

/// <summary>Wear of the words that firmware writes: how often each was written.</summary>
internal sealed class WordWear
{
    private const int WordBits = 32;
    private const int PageWords = 1024;

    private readonly Dictionary<(MemoryDevice Memory, long Page), long[]> _rewrites = [];
    private readonly Dictionary<MemoryDevice, long> _most = [];

    /// <summary>Counts a write of words that follow each other.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="first">Number of the first word in it.</param>
    /// <param name="count">Number of words.</param>
    public void Count(MemoryDevice memory, long first, long count)
    {
        if (count <= 0)
            return;
        long before = _most.GetValueOrDefault(memory);
        long most = before;
        for (long word = first; word < first + count;)
        {
            long[] page = CollectionsMarshal.GetValueRefOrAddDefault(_rewrites, (memory, word / PageWords), out _) ??= new long[PageWords];
            for (int place = (int)(word % PageWords); place < PageWords && word < first + count; place++, word++)
                most = Math.Max(most, ++page[place]);
        }

        _most[memory] = most;
        // A region counts the writes of its most-written cell.
        memory.Wear.WriteWords(count * WordBits, most - before);
    }
}
