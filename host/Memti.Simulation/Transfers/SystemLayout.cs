using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>A system with its roles resolved and every operation worked out.</summary>
internal sealed class SystemLayout
{
    public SystemLayout(SystemDescription system)
    {
        System = system;
        if (system.Memories.Count > MemorySet.MostMemories)
            throw Bad($"The system has {system.Memories.Count} memories; permitted: {MemorySet.MostMemories}.");
        Parts = [.. system.Memories.Select((unit, memory) => new Part(memory, unit, unit.Figures.OnChip ? system.Accelerator.WeightPort : null))];
        Backing = Holder(MemoryContents.AllTasks);
        Shared = Holder(MemoryContents.Shared);
        SharedSource = Parts.FirstOrDefault(static part => (part.Unit.Copies & MemoryContents.Shared) != 0);
        InputHolder = Holder(MemoryContents.Input);
        Part? working = Holder(MemoryContents.TaskSpecific);
        Working = working == Backing ? null : working;
        ComponentPower accelerator = ComponentPower.Of(system.AcceleratorName, system.Accelerator);
        Power = [accelerator, .. Parts.Select(static part => ComponentPower.Of(part.Unit.Name, part.Figures))];
        Slots = Working is null ? 0 : Math.Clamp(Working.Unit.ResidentTasks, 1, system.Tasks.Count);
        Pinned = Working is null || AllFit ? [] : PinnedIn(Working.Unit);
        ProgrammedTasks = Working is not { Figures.Volatile: false } ? [] : AllFit ? [.. Enumerable.Range(0, system.Tasks.Count)] : Pinned;
        Streams = system.ReloadOverlapsInference && Working is { Figures.WriteIsExclusive: false };
        RequireSource();
        SharedWrites = WritesOfShared(system.SharedSet.Bits);
        if (SharedMayDie)
            SharedLoad = new(SharedSource!, Shared!, system.SharedSet.Bits);
        Programs = [.. system.Tasks.Select(task => new ProgramRecipe(task, this))];
    }

    public SystemDescription System { get; }

    public Part[] Parts { get; }

    public ComponentPower[] Power { get; }

    /// <summary>Where task sets are loaded to; null when they are read in place.</summary>
    public Part? Working { get; }

    /// <summary>Where all task sets lie; null when there is no such place.</summary>
    public Part? Backing { get; }

    /// <summary>Where the shared weights lie; null when no memory says so.</summary>
    public Part? Shared { get; }

    /// <summary>From where the shared weights are reloaded; null when they need not or cannot be.</summary>
    public Part? SharedSource { get; }

    /// <summary>Where frames arrive; null when no memory says so.</summary>
    public Part? InputHolder { get; }

    /// <summary>Writes of new shared weights: where they are kept, then where a copy of them may be live. Empty where there are none.</summary>
    public IReadOnlyList<WriteRecipe> SharedWrites { get; }

    /// <summary>From where shared weights are read by inferences.</summary>
    public Part? SharedHolder => Shared ?? Backing;

    /// <summary>From where task-specific parameters are read by inferences.</summary>
    public Part? TaskHolder => Working ?? Backing;

    /// <summary>The transfer that brings the shared weights back; null when they do not die.</summary>
    public TransferRecipe? SharedLoad { get; }

    /// <summary>Task sets that the working memory holds.</summary>
    public int Slots { get; }

    /// <summary>Tasks that keep a slot of their own though not all tasks have one.</summary>
    public int[] Pinned { get; }

    public int SlotsOf(Part part) => part == Working ? Slots : 0;

    /// <summary>True when a load runs under the inference.</summary>
    public bool Streams { get; }

    /// <summary>True when every task has a slot of its own for ever, filled before the system is shipped.</summary>
    public bool Programmed => Working is { Figures.Volatile: false } && AllFit;

    /// <summary>Tasks whose sets are in the working memory when the system is shipped, from slot 0 on: none in a volatile one.</summary>
    public int[] ProgrammedTasks { get; }

    public bool AllFit => Slots >= System.Tasks.Count;

    /// <summary>True when the shared weights are loaded from their copy whenever their memory was off.</summary>
    public bool SharedMayDie => Shared is { Figures.Volatile: true } && SharedSource is not null;

    /// <summary>True for a memory whose weights, which inferences read, die without power and can be loaded again.</summary>
    public bool MayLoseWeights(Part part) => part.Figures.Volatile && (part == Working || (SharedMayDie && part == Shared));

    public ProgramRecipe[] Programs { get; }

    /// <summary>The state that a component goes to when it is switched down.</summary>
    /// <param name="component">Index of the component.</param>
    /// <param name="retain">True to keep weights that would otherwise be reloaded.</param>
    /// <param name="live">
    /// What of shared weights, task sets and input is there and still means something. The store of all tasks always does; features, never: they
    /// belong to one inference.
    /// </param>
    public PowerState DownState(int component, bool retain, MemoryContents live)
    {
        if (component == 0 || !Parts[component - 1].Figures.Volatile)
            return PowerState.Off;
        Part part = Parts[component - 1];
        bool mustLive = HoldsOnlyCopy(part, live);
        if (part.Figures.HasRetention && (mustLive || (retain && HoldsReloadable(part, live))))
            return PowerState.Retention;
        return mustLive ? PowerState.On : PowerState.Off;
    }

    private bool HoldsOnlyCopy(Part part, MemoryContents live) =>
        part == Backing || (part == Shared && SharedSource is null) || ((live & MemoryContents.Input) != 0 && part.Holds(MemoryContents.Input));

    private bool HoldsReloadable(Part part, MemoryContents live) =>
        (part == Working && (live & MemoryContents.TaskSpecific) != 0) || (part == Shared && (live & MemoryContents.Shared) != 0);

    private int[] PinnedIn(MemoryUnit unit)
    {
        int[] pinned = [.. unit.Pinned];
        bool known = pinned.All(task => (uint)task < (uint)System.Tasks.Count) && pinned.Distinct().Count() == pinned.Length;
        if (!known || pinned.Length >= Slots)
            throw Bad($"Memory '{unit.Name}' pins {pinned.Length} tasks to {Slots} slots; permitted: tasks of the system, one slot left for the others.");
        return pinned;
    }

    private WriteRecipe[] WritesOfShared(long bits)
    {
        if (bits == 0 || SharedHolder is not { } holder)
            return [];
        return SharedMayDie ? [new(SharedSource!, bits), new(holder, bits)] : [new(holder, bits)];
    }

    private Part? Holder(MemoryContents role)
    {
        Part[] holders = [.. Parts.Where(part => part.Holds(role))];
        if (holders.Length > 1)
            throw Bad($"Memories '{holders[0].Unit.Name}' and '{holders[1].Unit.Name}' both hold '{role}'; one may.");
        return holders.FirstOrDefault();
    }

    private void RequireSource()
    {
        if (Working is not null && Backing is null && !Programmed)
            throw Bad($"Memory '{Working.Unit.Name}' cannot hold all task sets for ever, and no memory holds them to load from.");
        if (SharedMayDie && (SharedSource == Shared || System.SharedSet <= DataSize.Zero))
            throw Bad($"The shared weights of memory '{Shared!.Unit.Name}' have no other memory with a copy of some size to reload them from.");
    }

    /// <summary>The memories among some components.</summary>
    public static MemorySet MemoriesOf(int[] components)
    {
        MemorySet memories = MemorySet.None;
        foreach (int component in components)
            memories = component > 0 ? memories.With(MemorySet.Of(component - 1)) : memories;
        return memories;
    }

    private static MemtiException Bad(string message) => new(DiagnosticCode.BadPlacement, message);
}
