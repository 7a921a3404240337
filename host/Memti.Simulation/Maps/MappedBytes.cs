using System.Collections.ObjectModel;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Maps;

/// <summary>Bytes of non-volatile memories for managed firmware.</summary>
public sealed record MappedBytes
{
    /// <summary>Says which memories have bytes, and how many.</summary>
    public required MemoryMap Map { get; init; }

    /// <summary>What a loss of power leaves of a word under way, by memory. Default: none, which keeps words whole.</summary>
    public IReadOnlyDictionary<int, IWordTearing> Tearing { get; init; } = ReadOnlyDictionary<int, IWordTearing>.Empty;

    /// <summary>Switches the machine on later, with what its memories hold; null for the first power-on. Default: null.</summary>
    public ColdStart? Start { get; init; }
}
