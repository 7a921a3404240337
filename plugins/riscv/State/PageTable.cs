using Memti.Abstractions.Processors;

namespace Memti.Plugins.RiscV.State;

/// <summary>The pages of the memories, and which of them have power.</summary>
internal sealed unsafe class PageTable
{
    /// <summary>Pages of the address space.</summary>
    public const int Count = 1 << 20;

    private readonly NativeBlock _block = new((long)Count * sizeof(MemoryPage));
    private readonly IReadOnlyList<CoreMemory> _memories;

    public PageTable(IReadOnlyList<CoreMemory> memories)
    {
        _memories = memories;
        foreach (CoreMemory memory in memories)
            Map(memory);
    }

    /// <summary>The entries.</summary>
    public MemoryPage* Pages => (MemoryPage*)_block.Pointer;

    /// <summary>Follows the power of the memories.</summary>
    /// <returns>The memories whose power changed.</returns>
    public IReadOnlyList<CoreMemory> Refresh()
    {
        CoreMemory[] changed = [.. _memories.Where(memory => (Pages + (memory.Base >> MemoryPage.Bits))->LoadBias != 0 != memory.IsOn)];
        foreach (CoreMemory memory in changed)
            Map(memory);
        return changed;
    }

    /// <summary>The entry of an address.</summary>
    public MemoryPage* Of(uint address) => Pages + (address >> MemoryPage.Bits);

    /// <summary>Reads a halfword, counting nothing.</summary>
    /// <returns>False where the core does not read by itself.</returns>
    public bool TryRead(uint address, out ushort half)
    {
        nint bias = Of(address)->LoadBias;
        half = bias == 0 ? (ushort)0 : *(ushort*)(bias + (nint)address);
        return bias != 0;
    }

    private void Map(CoreMemory memory)
    {
        var page = new MemoryPage
        {
            LoadBias = memory.IsOn ? memory.Contents - (nint)memory.Base : 0,
            StoreBias = memory is { IsOn: true, StoresThroughHost: false } ? memory.Contents - (nint)memory.Base : 0,
            Counters = (long*)memory.Counters,
            ReadWaits = memory.ReadWaits,
            WriteWaits = memory.StoresThroughHost ? -1 : memory.WriteWaits,
        };
        long first = (long)(memory.Base >> MemoryPage.Bits);
        for (long index = first; index < first + (memory.Bytes >> MemoryPage.Bits); index++)
            Pages[index] = page;
    }
}
