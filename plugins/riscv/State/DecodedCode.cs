using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.Timing;

namespace Memti.Plugins.RiscV.State;

/// <summary>
/// The instructions of memories that have power, decoded when they are first reached and dropped when their bytes change.
/// </summary>
/// <remarks>
/// A fetch takes the word at the program counter when that is a multiple of four. At other addresses that word is there already, from the
/// instruction before or from the jump, and an instruction of four bytes takes the next word. Words of an instruction that spans two
/// memories count for the first of them.
/// </remarks>
internal sealed unsafe class DecodedCode(PageTable pages, CycleTable cycles)
{
    /// <summary>Slots of a page: one per halfword, and two boundaries.</summary>
    public const int Slots = (MemoryPage.Bytes / 2) + 2;

    private readonly NativeBlock _table = new((long)PageTable.Count * sizeof(Operation*));
    private readonly Dictionary<uint, NativeBlock> _blocks = [];

    /// <summary>Is told of each range of addresses whose decoded instructions were dropped: first address, bytes.</summary>
    public Action<uint, long>? Dropped { get; set; }

    /// <summary>The decoded pages by page number; null where nothing is decoded.</summary>
    public Operation** Table => (Operation**)_table.Pointer;

    /// <summary>The slots of a page; null when the core cannot fetch there by itself.</summary>
    public Operation* Page(uint address)
    {
        Operation* page = Table[address >> MemoryPage.Bits];
        return page is not null ? page : pages.Of(address)->LoadBias == 0 ? null : Open(address >> MemoryPage.Bits);
    }

    /// <summary>The instruction at an address, decoded.</summary>
    /// <returns>False where the core cannot fetch all of it by itself.</returns>
    public bool TryGet(uint pc, out Operation operation)
    {
        Operation* page = Page(pc);
        if (page is null)
        {
            operation = default;
            return false;
        }

        Operation* slot = page + ((pc & (MemoryPage.Bytes - 1)) >> 1);
        if (slot->Kind == OperationKind.None && !TryDecode(pc, slot))
        {
            operation = default;
            return false;
        }

        operation = *slot;
        if (operation.Kind == OperationKind.Translated)
            operation.Kind = operation.Original;
        return true;
    }

    /// <summary>Decodes the instruction of a slot.</summary>
    /// <returns>False when its second half lies where the core cannot fetch by itself; the slot stays as it is.</returns>
    public bool TryDecode(uint pc, Operation* slot)
    {
        if (!TryDecode(pc, out Operation operation))
            return false;
        int waits = pages.Of(pc)->ReadWaits;
        int hazard = cycles.HasHazards && TryDecode(pc + operation.Length, out Operation next) ? cycles.Hazard(operation, next) : 0;
        *slot = Priced(operation, pc, waits, hazard);
        return true;
    }

    /// <summary>An instruction with its cycles.</summary>
    /// <param name="operation">The instruction.</param>
    /// <param name="pc">Its address.</param>
    /// <param name="waits">Wait states of a fetched word.</param>
    /// <param name="hazard">Cycles because of the next instruction.</param>
    public Operation Priced(Operation operation, uint pc, int waits, int hazard)
    {
        operation.Words = (pc & 2) == 0 || operation.Length == 4 ? (byte)1 : (byte)0;
        int fetch = operation.Words * waits;
        operation.Cycles = (ushort)(cycles.Cycles(operation) + fetch + hazard);
        operation.TakenCycles = (ushort)(cycles.TakenCycles(operation) + fetch + hazard);
        return operation;
    }

    /// <summary>
    /// What a jump costs because its target is not aligned to a word: that word is fetched in addition. Nothing where the core cannot
    /// fetch by itself.
    /// </summary>
    /// <param name="target">Target of a taken branch, a jump or an MRET.</param>
    /// <param name="stalls">Wait states among the cycles.</param>
    /// <param name="words">Words fetched in addition, of the memory of the target: 0 or 1.</param>
    /// <returns>Cycles in addition.</returns>
    public int Landing(uint target, out int stalls, out int words)
    {
        MemoryPage* page = pages.Of(target);
        bool fetches = (target & 2) != 0 && page->LoadBias != 0;
        words = fetches ? 1 : 0;
        stalls = fetches ? page->ReadWaits : 0;
        bool isFull = fetches && cycles.UnalignedTarget > 0 && pages.TryRead(target, out ushort first) && Decoder.IsFull(first);
        return stalls + (isFull ? cycles.UnalignedTarget : 0);
    }

    /// <summary>Cycles of the entry of a trap.</summary>
    public int Trap => cycles.Trap;

    /// <summary>Cycles of a landing on an unaligned instruction of four bytes, in addition to the wait states.</summary>
    public int UnalignedTarget => cycles.UnalignedTarget;

    /// <summary>Drops what is decoded from a range of bytes.</summary>
    public void Drop(uint address, long bytes)
    {
        // An instruction of four bytes may begin two bytes before the range, and the cycles of the one before it depend on it.
        long first = Math.Max(0, address - 6L), end = Math.Min(1L << 32, address + bytes);
        bool any = false;
        for (long at = first; at < end; at = (at | (MemoryPage.Bytes - 1)) + 1)
            any |= Clear(at, Math.Min(end, (at | (MemoryPage.Bytes - 1)) + 1));
        if (any)
            Dropped?.Invoke((uint)first, end - first);
    }

    /// <summary>Drops what is decoded from a memory whose power changed.</summary>
    public void Close(uint address, long bytes)
    {
        Drop(address, bytes);
        for (long page = address >> MemoryPage.Bits; page << MemoryPage.Bits < address + bytes; page++)
            Table[page] = null;
    }

    /// <summary>Reads and decodes an instruction, without cycles.</summary>
    public bool TryDecode(uint pc, out Operation operation)
    {
        operation = default;
        if (!TryFetch(pc, out ushort low))
            return false;
        ushort high = 0;
        if (Decoder.IsFull(low) && !TryFetch(pc + 2, out high))
            return false;
        operation = Decoder.Decode(low | ((uint)high << 16));
        return true;
    }

    /// <summary>Reads the bytes of an instruction, for a debugger.</summary>
    public bool TryPeek(uint pc, out uint word)
    {
        ushort high = 0;
        bool read = pages.TryRead(pc, out ushort low) && (!Decoder.IsFull(low) || pages.TryRead(pc + 2, out high));
        word = low | ((uint)high << 16);
        return read;
    }

    private bool TryFetch(uint address, out ushort half)
    {
        // From now on a store into this page must look whether it changes an instruction.
        pages.Of(address)->StoreBias = 0;
        return pages.TryRead(address, out half);
    }

    private bool Clear(long first, long end)
    {
        Operation* page = Table[first >> MemoryPage.Bits];
        if (page is null)
            return false;
        bool any = false;
        Operation* last = page + (((end - 1) & (MemoryPage.Bytes - 1)) >> 1);
        for (Operation* slot = page + ((first & (MemoryPage.Bytes - 1)) >> 1); slot <= last; slot++)
        {
            any |= slot->Kind != OperationKind.None;
            slot->Kind = OperationKind.None;
        }

        return any;
    }

    private Operation* Open(uint number)
    {
        if (!_blocks.TryGetValue(number, out NativeBlock? block))
        {
            _blocks[number] = block = new NativeBlock((long)Slots * sizeof(Operation));
            var boundary = (Operation*)block.Pointer + Slots - 2;
            boundary[0] = boundary[1] = new Operation { Kind = OperationKind.Boundary };
        }

        return Table[number] = (Operation*)block.Pointer;
    }
}
