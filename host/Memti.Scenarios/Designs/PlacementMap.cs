using Memti.Abstractions.Memories;

namespace Memti.Scenarios.Designs;

/// <summary>
/// Which memory holds which contents of a design, and from where contents that die with power are reloaded. Sizes, the accelerator's
/// placement, the simulator and weight images all ask here. Shared parameters and the input lie in the backing store where no memory
/// holds them; shared parameters in a volatile memory have a copy there, from which they are reloaded.
/// </summary>
/// <param name="memories">The memories of the design, one of which holds all tasks.</param>
/// <param name="hasShared">True when the network has parameters that all tasks share.</param>
/// <param name="isVolatile">Says whether a memory loses its contents with power; asked only of the memory that holds the shared
/// parameters.</param>
public sealed class PlacementMap(IReadOnlyList<MemorySpec> memories, bool hasShared, Func<MemorySpec, bool> isVolatile)
{
    /// <summary>What a memory of every design has to be said to hold.</summary>
    internal const MemoryContents Required = MemoryContents.AllTasks | MemoryContents.Activations;

    private const MemoryContents TaskSets = MemoryContents.AllTasks | MemoryContents.TaskSpecific;
    private const MemoryContents Homeless = MemoryContents.Shared | MemoryContents.Input;

    /// <summary>The backing store.</summary>
    public MemorySpec Backing { get; } = memories.First(static memory => memory.Holds.HasFlag(MemoryContents.AllTasks));

    /// <summary>The memory in which inferences find a content: the one that holds it, else the backing store.</summary>
    public MemorySpec HolderOf(MemoryContents content) => memories.FirstOrDefault(memory => memory.Holds.HasFlag(content)) ?? Backing;

    /// <summary>
    /// The memory that keeps parameters while the power is off: their holder, or the backing store where the holder is volatile.
    /// </summary>
    public MemorySpec KeeperOf(MemoryContents parameters) =>
        HolderOf(parameters) is var holder && holder != Backing && isVolatile(holder) ? Backing : holder;

    /// <summary>What inferences find in a memory: what the scenario says, and in the backing store what no other memory holds.</summary>
    public MemoryContents Held(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return memory == Backing
            ? memories.Aggregate(memory.Holds | Given(), (left, other) => other == memory ? left : left & ~(other.Holds & Homeless))
            : memory.Holds;
    }

    /// <summary>Contents of another memory that this one keeps a copy of, to reload them from.</summary>
    public MemoryContents Copies(MemorySpec memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        bool reloads =
            hasShared && memory == Backing && HolderOf(MemoryContents.Shared) != Backing && KeeperOf(MemoryContents.Shared) == Backing;
        return reloads ? MemoryContents.Shared : MemoryContents.None;
    }

    /// <summary>All that a memory has room for: what it holds and what it keeps a copy of.</summary>
    public MemoryContents ContentsOf(MemorySpec memory) => Held(memory) | Copies(memory);

    /// <summary>True for a memory that has fewer slots than there are tasks: the set of one task takes the place of another.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="tasks">Number of tasks.</param>
    public bool IsSwitched(MemorySpec memory, int tasks)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return (Held(memory) & TaskSets) == MemoryContents.TaskSpecific && memory.Slots(tasks) < tasks;
    }

    /// <summary>True for a memory that has the sets of all tasks at one time.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="tasks">Number of tasks.</param>
    public bool HasAllTasks(MemorySpec memory, int tasks) => (Held(memory) & TaskSets) != MemoryContents.None && !IsSwitched(memory, tasks);

    private MemoryContents Given() => hasShared ? Homeless : Homeless & ~MemoryContents.Shared;
}
