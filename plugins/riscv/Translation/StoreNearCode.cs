using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Stores into pages of which other bytes are code: data that lie behind a small program.</summary>
internal static unsafe class StoreNearCode
{
    // Bytes before a store at which an instruction may begin that it changes, or whose cycles depend on one.
    private const int Reach = 6;

    /// <summary>Stores where the core may do so by itself and no decoded instruction changes.</summary>
    /// <returns>Wait states of the store; below zero when it did not take place and the interpreter must do it.</returns>
    public static int TryStore(CoreState* state, uint address, uint value, int bytes)
    {
        MemoryPage* page = state->Pages + (address >> MemoryPage.Bits);
        if (page->LoadBias == 0 || page->WriteWaits < 0 || (address & ((uint)bytes - 1)) != 0 || IsCode(state, address, bytes))
            return -1;
        page->Counters[2]++;
        nint host = page->LoadBias + (nint)address;
        switch (bytes)
        {
            case 1: *(byte*)host = (byte)value; break;
            case 2: *(ushort*)host = (ushort)value; break;
            default: *(uint*)host = value; break;
        }

        return page->WriteWaits;
    }

    private static bool IsCode(CoreState* state, uint address, int bytes)
    {
        for (int offset = -Reach; offset < bytes; offset += 2)
        {
            uint at = address + (uint)offset;
            Operation* page = state->Decoded[at >> MemoryPage.Bits];
            if (page is not null && page[(at & (MemoryPage.Bytes - 1)) >> 1].Kind != OperationKind.None)
                return true;
        }

        return false;
    }
}
