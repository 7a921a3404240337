using System.Runtime.InteropServices;

namespace Memti.Simulation.Devices.Memories;

/// <summary>Wear of the words that firmware writes one by one: how often each was written.</summary>
internal sealed class WordWear
{
    private const int WordBits = 32;

    private readonly Dictionary<(MemoryDevice Memory, long Word), long> _rewrites = [];
    private readonly Dictionary<MemoryDevice, long> _most = [];

    /// <summary>Counts a write.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="word">Number of the word in it.</param>
    public void Count(MemoryDevice memory, long word)
    {
        ref long rewrites = ref CollectionsMarshal.GetValueRefOrAddDefault(_rewrites, (memory, word), out _);
        rewrites++;
        // A region counts the writes of its most-written cell.
        bool leads = rewrites > _most.GetValueOrDefault(memory);
        if (leads)
            _most[memory] = rewrites;
        memory.Wear.WriteWord(WordBits, leads);
    }
}
