using System.Runtime.InteropServices;

namespace Memti.Plugins.RiscV.State;

/// <summary>How the core reaches a page of 4 KiB. All zero for addresses of the host.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal unsafe struct MemoryPage
{
    /// <summary>Bits of an address within a page.</summary>
    public const int Bits = 12;

    /// <summary>Bytes of a page.</summary>
    public const int Bytes = 1 << Bits;

    /// <summary>Host address minus guest address for loads; 0 when loads pass through the host.</summary>
    public nint LoadBias;

    /// <summary>The same for stores; 0 when they pass through the host, or when instructions of the page are decoded.</summary>
    public nint StoreBias;

    /// <summary>The counters of the memory: words fetched, loads, stores. Null outside memories.</summary>
    public long* Counters;

    /// <summary>Wait states of a load and of a fetched word.</summary>
    public int ReadWaits;

    /// <summary>Wait states of a store; -1 where stores pass through the host.</summary>
    public int WriteWaits;
}
