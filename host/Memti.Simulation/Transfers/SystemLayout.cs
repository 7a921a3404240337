using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>A system with its roles resolved and the cost of all recurring work computed.</summary>
internal sealed class SystemLayout
{
    private readonly ComponentRegistry _registry;
    private readonly ProgramRecipe?[][] _programs;

    /// <summary>Registers accelerator and memories, and computes the costs.</summary>
    public SystemLayout(SystemDescription system, ComponentRegistry registry)
    {
        (System, _registry) = (system, registry);
        if (system.Memories.Count > MemorySet.MostMemories)
            throw Bad($"The system has {system.Memories.Count} memories; permitted: {MemorySet.MostMemories}.");
        Accelerator = registry.Add(ComponentPower.Of(system.AcceleratorName, system.Accelerator));
        Parts = [.. system.Memories.Select((unit, memory) => PartOf(memory, unit))];
        Accelerators =
        [
            Accelerator,
            .. system.OtherAccelerators.Select(other => registry.Add(ComponentPower.Of(other.Name, other.Figures))),
        ];
        Backing = Holder(MemoryContents.AllTasks);
        Shared = Holder(MemoryContents.Shared);
        SharedSource = Parts.FirstOrDefault(static part => (part.Unit.Copies & MemoryContents.Shared) != 0);
        InputHolder = Holder(MemoryContents.Input);
        Part? working = Holder(MemoryContents.TaskSpecific);
        // Sets that inferences read where all of them lie need no load.
        Working = working == Backing ? null : working;
        Slots = Working is null ? 0 : Math.Clamp(Working.Unit.ResidentTasks, 1, system.Tasks.Count);
        Pinned = Working is null || AllFit ? [] : PinnedIn(Working.Unit);
        ProgrammedTasks = Working is not { Figures.Volatile: false } ? [] : AllFit ? [.. Enumerable.Range(0, system.Tasks.Count)] : Pinned;
        Streams = system.ReloadOverlapsInference && Working is { Figures.WriteIsExclusive: false };
        RequireSource();
        SharedWrites = WritesOfShared(system.SharedSet.Bits);
        if (SharedMayDie)
            SharedLoad = new(SharedSource!, Shared!, system.SharedSet.Bits);
        Programs = [.. system.Tasks.Select(task => new ProgramRecipe(task, this, Accelerators[task.Accelerator]))];
        _programs = [.. Accelerators.Select((_, place) => ProgramsOn(place))];
    }

    public SystemDescription System { get; }

    public Part[] Parts { get; }

    /// <summary>Id of the accelerator among the components.</summary>
    public int Accelerator { get; }

    /// <summary>Ids of all accelerators; the first one comes first.</summary>
    public int[] Accelerators { get; }

    /// <summary>Powers of the components by id.</summary>
    public IReadOnlyList<ComponentPower> Power => _registry.Powers;

    /// <summary>Memory into which task sets are loaded; null when inferences read them in place.</summary>
    public Part? Working { get; }

    /// <summary>Memory with all task sets; null without one.</summary>
    public Part? Backing { get; }

    /// <summary>Memory with the shared weights; null when no memory claims them.</summary>
    public Part? Shared { get; }

    /// <summary>Memory from which the shared weights are reloaded; null when they never are.</summary>
    public Part? SharedSource { get; }

    /// <summary>Memory in which frames arrive; null when no memory claims them.</summary>
    public Part? InputHolder { get; }

    /// <summary>Writes of new shared weights: to the memory that keeps them, then to a live copy. Empty without shared weights.</summary>
    public IReadOnlyList<WriteRecipe> SharedWrites { get; }

    /// <summary>Memory from which inferences read shared weights.</summary>
    public Part? SharedHolder => Shared ?? Backing;

    /// <summary>Memory from which inferences read task-specific parameters.</summary>
    public Part? TaskHolder => Working ?? Backing;

    /// <summary>Transfer that reloads the shared weights; null when they are never lost.</summary>
    public TransferRecipe? SharedLoad { get; }

    /// <summary>Number of task sets in the working memory.</summary>
    public int Slots { get; }

    /// <summary>Tasks with a slot of their own although not all tasks have one.</summary>
    public int[] Pinned { get; }

    public int SlotsOf(Part part) => part == Working ? Slots : 0;

    /// <summary>True when a load overlaps the inference.</summary>
    public bool Streams { get; }

    /// <summary>True when every task has a permanent slot, filled before the system is shipped.</summary>
    public bool Programmed => Working is { Figures.Volatile: false } && AllFit;

    /// <summary>Tasks whose sets are in the working memory from the factory, from slot 0 on. Empty for a volatile memory.</summary>
    public int[] ProgrammedTasks { get; }

    public bool AllFit => Slots >= System.Tasks.Count;

    /// <summary>True when the shared weights are reloaded from their copy after their memory was off.</summary>
    public bool SharedMayDie => Shared is { Figures.Volatile: true } && SharedSource is not null;

    /// <summary>True for a memory whose weights are read by inferences, are lost without power, and can be reloaded.</summary>
    public bool MayLoseWeights(Part part) => part.Figures.Volatile && (part == Working || (SharedMayDie && part == Shared));

    public ProgramRecipe[] Programs { get; }

    /// <summary>The state of a memory after a power-down.</summary>
    /// <param name="part">The memory.</param>
    /// <param name="retain">True to keep weights that would need a reload.</param>
    /// <param name="live">
    /// Which of shared weights, task sets and input are valid. The store of all tasks always is. Features never are, because they belong to
    /// one inference.
    /// </param>
    public PowerState DownState(Part part, bool retain, MemoryContents live)
    {
        if (!part.Figures.Volatile)
            return PowerState.Off;
        bool mustLive = HoldsOnlyCopy(part, live);
        if (part.Figures.HasRetention && (mustLive || (retain && HoldsReloadable(part, live))))
            return PowerState.Retention;
        // A volatile memory with the only copy and no retention state has to stay on.
        return mustLive ? PowerState.On : PowerState.Off;
    }

    /// <summary>The memories among the given components.</summary>
    public MemorySet MemoriesOf(int[] components)
    {
        MemorySet memories = MemorySet.None;
        foreach (Part part in Parts)
            memories = components.Contains(part.Component) ? memories.With(MemorySet.Of(part.Memory)) : memories;
        return memories;
    }

    /// <summary>What a task costs on an accelerator; null where that cannot run it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="accelerator">Place of the accelerator among all.</param>
    public ProgramRecipe? ProgramOn(int task, int accelerator) => _programs[accelerator][task];

    /// <summary>Energy of one inference, with the accelerator's on power over its time; zero where the accelerator cannot run it.</summary>
    public double InferenceJoules(int task, int accelerator) => ProgramOn(task, accelerator) is { } program
        ? program.Inference.Joules
            + (Power[Accelerators[accelerator]].In(PowerState.On).Watts * program.Inference.Duration * 1e-12)
        : 0;

    private ProgramRecipe?[] ProgramsOn(int place) => [.. System.Tasks.Select((task, index) =>
    {
        if (task.Accelerator == place)
            return Programs[index];
        InferencePlan? plan = place == 0 ? null : System.OtherAccelerators[place - 1].Plans[index];
        return plan is null ? null : new ProgramRecipe(task with { Plan = plan, Accelerator = place }, this, Accelerators[place]);
    })];

    private Part PartOf(int memory, MemoryUnit unit) => new(
        memory,
        _registry.Add(ComponentPower.Of(unit.Name, unit.Figures)),
        unit,
        unit.Figures.OnChip ? System.Accelerator.WeightPort : null);

    private bool HoldsOnlyCopy(Part part, MemoryContents live) =>
        part == Backing
            || (part == Shared && SharedSource is null)
            || ((live & MemoryContents.Input) != 0 && part.Holds(MemoryContents.Input));

    private bool HoldsReloadable(Part part, MemoryContents live) =>
        (part == Working && (live & MemoryContents.TaskSpecific) != 0) || (part == Shared && (live & MemoryContents.Shared) != 0);

    private int[] PinnedIn(MemoryUnit unit)
    {
        int[] pinned = [.. unit.Pinned];
        bool known = pinned.All(task => (uint)task < (uint)System.Tasks.Count) && pinned.Distinct().Count() == pinned.Length;
        if (!known || pinned.Length >= Slots)
            throw Bad(
                $"Memory '{unit.Name}' pins {pinned.Length} tasks to {Slots} slots; permitted: tasks of the system, one slot left for "
                    + "the others.");
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
            throw Bad(
                $"The shared weights of memory '{Shared!.Unit.Name}' have no other memory with a copy of some size to reload them from.");
    }

    private static MemtiException Bad(string message) => new(DiagnosticCode.BadPlacement, message);
}
