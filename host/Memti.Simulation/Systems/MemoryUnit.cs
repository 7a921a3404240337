using Memti.Abstractions.Memories;

namespace Memti.Simulation.Systems;

/// <summary>One memory of the simulated system.</summary>
public sealed record MemoryUnit
{
    /// <summary>Name in the scenario. The traffic of plans refers to it.</summary>
    public required string Name { get; init; }

    /// <summary>Speed, energy, power and endurance of the sized memory.</summary>
    public required MemoryFigures Figures { get; init; }

    /// <summary>Contents of the memory. Default: none.</summary>
    public MemoryContents Holds { get; init; }

    /// <summary>Address of its first byte on the bus. Default: null, for a memory whose bytes nobody sees.</summary>
    public ulong? At { get; init; }

    /// <summary>
    /// Contents of other, volatile memories that this one keeps a copy of for reloads: <see cref="MemoryContents.Shared"/> or none.
    /// <see cref="MemoryContents.AllTasks"/> already includes all task sets. Default: none.
    /// </summary>
    public MemoryContents Copies { get; init; }

    /// <summary>Number of task sets in a working memory, at least 1. Default: 1.</summary>
    public int ResidentTasks { get; init; } = 1;

    /// <summary>
    /// Indices of tasks with a permanent slot in a working memory. One slot must remain for the other tasks, unless every task has a slot.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<int> Pinned { get; init; } = [];

    /// <summary>Scrubs that keep contents from fading. Default: null, for none; volatile memories need none.</summary>
    public ScrubPlan? Scrub { get; init; }

    /// <summary>
    /// Cost of replacing the set of a task (first index) by that of another (second index) in a slot, including the comparison. Must be
    /// pure. Default: null, for a write of every cell at the mean cost of a bit.
    /// </summary>
    public Func<int, int, LevelWrite>? Replacement { get; init; }
}
