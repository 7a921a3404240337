using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>
/// Accesses to memories and to the host of any alignment, with their counters. The interpreter's loop does the aligned accesses to
/// memories by itself.
/// </summary>
internal sealed unsafe class MemoryAccess(PageTable pages, DecodedCode code, IProcessorHost host)
{
    /// <summary>Wait states of the access that began with <see cref="Begin"/>.</summary>
    public long Stalls { get; private set; }

    /// <summary>Address at which the last access failed.</summary>
    public uint Failed { get; private set; }

    /// <summary>Begins to count the wait states of an instruction.</summary>
    public void Begin() => Stalls = 0;

    /// <summary>True when an access touches two words.</summary>
    public static bool Crosses(uint address, int bytes) => (address & 3) + bytes > 4;

    /// <summary>Loads 1 to 4 bytes.</summary>
    /// <returns>False when nothing answers; <see cref="Failed"/> is where.</returns>
    public bool TryLoad(uint address, int bytes, out uint value)
    {
        value = 0;
        for (int done = 0; done < bytes;)
        {
            uint at = address + (uint)done;
            int part = Math.Min(bytes - done, 4 - (int)(at & 3));
            if (!TryLoadPart(at, part, out uint loaded))
                return false;
            value |= loaded << (8 * done);
            done += part;
        }

        return true;
    }

    /// <summary>Stores 1 to 4 bytes.</summary>
    /// <returns>False when nothing answers; <see cref="Failed"/> is where.</returns>
    public bool TryStore(uint address, int bytes, uint value)
    {
        for (int done = 0; done < bytes;)
        {
            uint at = address + (uint)done;
            int part = Math.Min(bytes - done, 4 - (int)(at & 3));
            if (!TryStorePart(at, part, value >> (8 * done)))
                return false;
            done += part;
        }

        return true;
    }

    /// <summary>Loads a word of code through the host.</summary>
    public bool TryFetchWord(uint address, out uint word)
    {
        CoreAccess answer = host.Load(address, 4);
        word = (uint)answer.Value;
        return Accept(answer, address);
    }

    // A part lies within one word.
    private bool TryLoadPart(uint address, int bytes, out uint value)
    {
        MemoryPage* page = pages.Of(address);
        if (page->LoadBias == 0)
            return TryLoadFromHost(address, bytes, out value);
        page->Counters[1]++;
        Stalls += page->ReadWaits;
        var from = (byte*)(page->LoadBias + (nint)address);
        value = 0;
        for (int index = 0; index < bytes; index++)
            value |= (uint)from[index] << (8 * index);
        return true;
    }

    private bool TryStorePart(uint address, int bytes, uint value)
    {
        MemoryPage* page = pages.Of(address);
        if (page->LoadBias == 0 || page->WriteWaits < 0)
            return TryStoreToHost(address, bytes, value);
        page->Counters[2]++;
        Stalls += page->WriteWaits;
        var to = (byte*)(page->LoadBias + (nint)address);
        for (int index = 0; index < bytes; index++)
            to[index] = (byte)(value >> (8 * index));
        if (page->StoreBias == 0)
            code.Drop(address, bytes);
        return true;
    }

    private bool TryLoadFromHost(uint address, int bytes, out uint value)
    {
        value = 0;
        for (int done = 0; done < bytes;)
        {
            int size = Natural(address + (uint)done, bytes - done);
            CoreAccess answer = host.Load(address + (uint)done, size);
            if (!Accept(answer, address + (uint)done))
                return false;
            value |= Low((uint)answer.Value, size) << (8 * done);
            done += size;
        }

        return true;
    }

    private bool TryStoreToHost(uint address, int bytes, uint value)
    {
        for (int done = 0; done < bytes;)
        {
            int size = Natural(address + (uint)done, bytes - done);
            if (!Accept(host.Store(address + (uint)done, size, Low(value >> (8 * done), size)), address + (uint)done))
                return false;
            done += size;
        }

        // Contents that the host wrote for this core may be code.
        if (pages.Of(address)->LoadBias != 0)
            code.Drop(address, bytes);
        return true;
    }

    private bool Accept(CoreAccess answer, uint address)
    {
        Stalls += answer.WaitCycles;
        Failed = answer.IsError ? address : 0;
        return !answer.IsError;
    }

    // The host takes 1, 2 and 4 bytes.
    private static int Natural(uint address, int left) => left >= 4 && (address & 3) == 0 ? 4 : left >= 2 && (address & 1) == 0 ? 2 : 1;

    private static uint Low(uint value, int bytes) => bytes == 4 ? value : value & ((1u << (8 * bytes)) - 1);
}
