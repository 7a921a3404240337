namespace Memti.Abstractions.Processors;

/// <summary>
/// A memory whose contents a core reads and writes by itself, without a call of the host. The core counts its accesses; the host turns
/// counts into energy. One access moves one 32-bit word of the memory, whatever part of it the instruction uses.
/// </summary>
public sealed class CoreMemory
{
    /// <summary>Name of the memory in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Address of the first byte: a multiple of 4096.</summary>
    public required ulong Base { get; init; }

    /// <summary>Size in bytes: a multiple of 4096, at least 4096.</summary>
    public required long Bytes { get; init; }

    /// <summary>Pointer to the first byte. Unmanaged memory that neither moves nor is freed while the core exists.</summary>
    public required nint Contents { get; init; }

    /// <summary>
    /// Pointer to three numbers of 64 bits that the core increments: words fetched, loads, stores. They lie beside the contents, so that
    /// translated code reaches them without a call.
    /// </summary>
    public required nint Counters { get; init; }

    /// <summary>Cycles that the core waits for a word in addition to its own, zero or more.</summary>
    public int ReadWaits { get; init; }

    /// <summary>Cycles that the core waits for a store in addition to its own, zero or more.</summary>
    public int WriteWaits { get; init; }

    /// <summary>True when stores pass through <see cref="IProcessorHost.Store"/>: writes of non-volatile cells wear and may fail.</summary>
    public bool StoresThroughHost { get; init; }

    /// <summary>True while the memory has power. Otherwise each access passes through the host. After a change the host calls
    /// <see cref="IProcessorCore.MemoryChanged"/>.</summary>
    public bool IsOn { get; set; } = true;
}
