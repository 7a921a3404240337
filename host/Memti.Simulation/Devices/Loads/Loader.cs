using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Loads;

/// <summary>
/// Moves parameters between memories, from outside into a memory, and in place. One channel is for what a master waits for, one for loads
/// in the background.
/// </summary>
internal sealed class Loader : Component
{
    private readonly SystemLayout _layout;
    private readonly MemoryDevice[] _memories;
    private readonly LoadPlans _plans;
    private readonly Activity _foreground;
    private Action? _done;

    public Loader(Machine machine, SystemLayout layout, MemoryDevice[] memories)
        : base(machine, "loader")
    {
        (_layout, _memories, _plans) = (layout, memories, new(layout, memories));
        _foreground = machine.NewActivity(EventPriority.Device, () => _done!(), static () => { });
        // After the foreground: the meter sums flows in this order, and sums of doubles depend on it.
        Background = machine.NewActivity(EventPriority.Transfer, static () => { }, static () => { });
    }

    /// <summary>The load in the background. Its end calls nobody: a master that waits for it waits for its planned end.</summary>
    public Activity Background { get; }

    /// <summary>Loads the shared weights from their copy.</summary>
    /// <param name="task">The task that needs them, to which the energy is posted.</param>
    /// <param name="done">Called at the end; not for a load without duration, and not when it is aborted.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool LoadShared(int task, Action done) => Begin(_plans.Shared, task, -1, done);

    /// <summary>Loads a task's set into a slot, over what is there.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="done">As for <see cref="LoadShared"/>.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool LoadSet(int task, int slot, Action done) => Begin(_plans.Set(task, slot), task, slot, done);

    /// <summary>Begins to load a task's set into a slot in the background, which must be free.</summary>
    public void StreamSet(int task, int slot) => Background.Begin(_plans.Set(task, slot), task, slot);

    /// <summary>Writes a task's new set, received from outside, to the backing store.</summary>
    public bool DeploySet(int task, Action done) =>
        Begin(_plans.Deployment(_layout.Programs[task].BackingWrite!, region: null, task), task, -1, done);

    /// <summary>Writes a task's new set to its slot.</summary>
    public bool DeploySlot(int task, int slot, Action done) =>
        Begin(_plans.Deployment(_layout.Programs[task].WorkingWrite!, MemoryAccess.Slot, task), task, slot, done);

    /// <summary>Writes new shared weights to one of the memories that hold them.</summary>
    /// <param name="place">Index in <see cref="SystemLayout.SharedWrites"/>.</param>
    /// <param name="done">As for <see cref="LoadShared"/>.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool DeployShared(int place, Action done) =>
        Begin(_plans.Deployment(_layout.SharedWrites[place], WearBook.Shared, task: -1), -1, -1, done);

    /// <summary>Reads, corrects and rewrites what must last in a memory.</summary>
    public bool Scrub(Part part, ScrubPlan plan, Action done)
    {
        long data = HeldBits(_memories[part.Memory]);
        // Check bits lie beside the data and are rewritten with it; partial bits round up.
        long bits = data + (long)Math.Ceiling(data * plan.CheckBitsPerBit);
        double joules = part.ReadJoules(bits) + part.WriteJoules(bits) + (data * plan.CorrectionPerBit.Joules);
        return Begin(_plans.Scrub(part, bits, joules), -1, -1, done);
    }

    private bool Begin(ActivityPlan plan, int task, int slot, Action done)
    {
        _done = done;
        return _foreground.Begin(plan, task, slot);
    }

    /// <summary>Data bits in a memory that must last: shared weights, live slots, sets. Features need not.</summary>
    private long HeldBits(MemoryDevice memory)
    {
        IReadOnlyList<TaskProgram> tasks = _layout.System.Tasks;
        Part part = memory.Part;
        long bits = part == _layout.Shared ? tasks.Max(static task => task.Plan.Layers.Sum(static layer => layer.SharedWeights.Bits)) : 0;
        // Of several networks, each has its own shared parameters there.
        if (part == _layout.Shared && _layout.System.Networks > 1)
            bits = Math.Max(bits, _layout.System.SharedSet.Bits);
        if (part == _layout.Backing)
            bits += tasks.Sum(static task => task.TaskSet.Bits);
        for (int slot = 0; slot < (memory.Slots?.Count ?? 0); slot++)
            bits += memory.Slots!.IsLive(slot) ? tasks[memory.Slots.TaskIn(slot)].TaskSet.Bits : 0;
        return bits;
    }
}
