using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>A system with its roles resolved and every operation worked out.</summary>
internal sealed class SystemLayout
{
    public SystemLayout(SystemDescription system)
    {
        System = system;
        Parts = [.. system.Memories.Select(static (unit, memory) => new Part(memory, unit))];
        Backing = Holder(MemoryContents.AllTasks);
        Shared = Holder(MemoryContents.Shared);
        Part? working = Holder(MemoryContents.TaskSpecific);
        Working = working == Backing ? null : working;
        ComponentPower accelerator = ComponentPower.Of(system.AcceleratorName, system.Accelerator);
        Power = [accelerator, .. Parts.Select(static part => ComponentPower.Of(part.Unit.Name, part.Figures))];
        Slots = Working is null ? 0 : Math.Clamp(Working.Unit.ResidentTasks, 1, system.Tasks.Count);
        Streams = system.ReloadOverlapsInference && Working is { Figures.WriteIsExclusive: false };
        RequireSource();
        Programs = [.. system.Tasks.Select(task => new ProgramRecipe(task, this))];
    }

    public SystemDescription System { get; }

    public Part[] Parts { get; }

    public ComponentPower[] Power { get; }

    /// <summary>Where task sets are loaded to; null when they are read in place.</summary>
    public Part? Working { get; }

    /// <summary>Where all task sets lie; null when there is no such place.</summary>
    public Part? Backing { get; }

    public Part? Shared { get; }

    /// <summary>Task sets that the working memory holds.</summary>
    public int Slots { get; }

    public int SlotsOf(Part part) => part == Working ? Slots : 0;

    /// <summary>True when a load runs under the inference.</summary>
    public bool Streams { get; }

    /// <summary>True when every task has a slot of its own for ever, filled before the system is shipped.</summary>
    public bool Programmed => Working is { Figures.Volatile: false } && AllFit;

    public bool AllFit => Slots >= System.Tasks.Count;

    /// <summary>True when the shared weights are loaded from the backing store whenever their memory was off.</summary>
    public bool SharedMayDie => Shared is { Figures.Volatile: true } && Backing is not null && Shared != Backing;

    public ProgramRecipe[] Programs { get; }

    /// <summary>The state that a memory goes to when the system is switched down.</summary>
    public PowerState DownState(int component, bool retain)
    {
        if (component == 0 || !Parts[component - 1].Figures.Volatile)
            return PowerState.Off;
        Part part = Parts[component - 1];
        bool onlyCopy = part == Backing || (part == Shared && Backing is null);
        if (part.Figures.HasRetention && (onlyCopy || retain))
            return PowerState.Retention;
        return onlyCopy ? PowerState.On : PowerState.Off;
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
    }

    private static MemtiException Bad(string message) => new(DiagnosticCode.BadPlacement, message);
}
