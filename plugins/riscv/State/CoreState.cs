using System.Runtime.InteropServices;
using Memti.Plugins.RiscV.Instructions;

namespace Memti.Plugins.RiscV.State;

/// <summary>What translated code reads and writes of a core. It lies in unmanaged memory and does not move.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CoreState
{
    /// <summary>Return addresses that <see cref="CallRing"/> holds; a power of two.</summary>
    public const int Calls = 16;

    /// <summary>The registers; <c>x0</c> is always zero. The 33rd takes what instructions write to <c>x0</c>; nothing reads it.</summary>
    public fixed uint X[34];

    /// <summary>Address of the next instruction.</summary>
    public uint Pc;

    /// <summary>Number of calls so far; the last return address is at <c>(CallCount - 1) &amp; 15</c>.</summary>
    public uint CallCount;

    /// <summary>Return addresses of the last calls: jumps that link, and traps.</summary>
    public fixed uint CallRing[Calls];

    /// <summary>Cycles since the creation of the core, those without a clock included.</summary>
    public long Cycle;

    /// <summary>No instruction begins at or after this cycle.</summary>
    public long Limit;

    /// <summary>Instructions retired.</summary>
    public long Instructions;

    /// <summary>Cycles in which the core waited for a memory or a device.</summary>
    public long Stalled;

    /// <summary>Cycles without a clock.</summary>
    public long Skipped;

    /// <summary>One entry per page of 4 KiB: 2^20 of them.</summary>
    public MemoryPage* Pages;

    /// <summary>The decoded pages by page number; null where nothing is decoded.</summary>
    public Operation** Decoded;
}
