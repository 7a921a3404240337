using Memti.Abstractions.Memories;

namespace Memti.Simulation.Systems;

/// <summary>One memory of the simulated system.</summary>
public sealed record MemoryUnit
{
    /// <summary>Name in the scenario; the plans' traffic refers to it.</summary>
    public required string Name { get; init; }

    /// <summary>Speed, energy, power and endurance of the sized memory.</summary>
    public required MemoryFigures Figures { get; init; }

    /// <summary>What the memory holds.</summary>
    public MemoryContents Holds { get; init; }

    /// <summary>
    /// Contents of other, volatile memories that this one keeps a copy of, from which they are reloaded: <see cref="MemoryContents.Shared"/> or none.
    /// Sets of tasks need no mention: <see cref="MemoryContents.AllTasks"/> holds all of them. Default: none.
    /// </summary>
    public MemoryContents Copies { get; init; }

    /// <summary>Task sets that a working memory holds at one time, at least 1. Default: 1.</summary>
    public int ResidentTasks { get; init; } = 1;

    /// <summary>
    /// Tasks, by index, whose sets keep a slot of a working memory for themselves and are never replaced. One slot is left for the other tasks, unless
    /// every task has a slot. Default: none.
    /// </summary>
    public IReadOnlyList<int> Pinned { get; init; } = [];

    /// <summary>How contents are kept from fading; null for no scrubs, which is also what volatile memories have.</summary>
    public ScrubPlan? Scrub { get; init; }

    /// <summary>
    /// What it takes to put the set of a task, the second index, in the place of another one's, the first, in a slot, the comparison included. Null
    /// for a write of every cell at the mean cost of a bit, whatever is there. Must be pure.
    /// </summary>
    public Func<int, int, LevelWrite>? Replacement { get; init; }
}
