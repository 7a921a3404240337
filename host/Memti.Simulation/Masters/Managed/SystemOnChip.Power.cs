using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Devices.PowerControl;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Masters.Managed;

/// <content>Power.</content>
internal sealed partial class SystemOnChip
{
    private readonly ComponentSet[] _ids;
    private readonly ComponentSet _accelerators;
    private ComponentSet _chosen;
    private bool _retain;

    /// <inheritdoc />
    public bool IsOn
    {
        get
        {
            Guard.Check();
            return _hardware.Power.IsOn;
        }
    }

    /// <inheritdoc />
    public MemorySet AwakeMemories
    {
        get
        {
            Guard.Check();
            ulong awake = 0;
            foreach (MemoryDevice memory in _hardware.Memories)
                awake |= memory.IsDown ? 0 : 1UL << memory.Part.Memory;
            return new(awake);
        }
    }

    private PowerController Control => _hardware.Power;

    /// <inheritdoc />
    public ValueTask Wake() => Wake(MemorySet.All);

    /// <inheritdoc />
    public ValueTask Wake(MemorySet memories)
    {
        Enter();
        ComponentSet memoriesOnly = Of(memories);
        if (Control.IsOn && (Control.Sleeping == 0 || !Control.IsAnyDown(memoriesOnly)))
            return default;
        _chosen = memoriesOnly.With(Accelerator);
        return Start(Operation.Wake, -1);
    }

    /// <inheritdoc />
    public SimTime TimeToWake(MemorySet memories)
    {
        Guard.Check();
        return SimTime.FromPicoseconds(Control.TimeToWake(Of(memories).With(Accelerator)));
    }

    /// <inheritdoc />
    public ValueTask PowerDown(bool retain)
    {
        Enter();
        _retain = retain;
        return Start(Operation.PowerDown, -1);
    }

    /// <inheritdoc />
    public ValueTask Sleep(MemorySet memories, bool retain)
    {
        Enter();
        if (!Control.IsOn)
            throw Completion.Illegal("to let memories sleep while the system is down; wake it first");
        (_chosen, _retain) = (Of(memories), retain);
        return Start(Operation.Sleep, -1);
    }

    /// <inheritdoc />
    public PowerDownCost CostOfPowerDown(bool retain, int nextTask)
    {
        PowerDownCost cost = CostOf(ComponentSet.All, retain, nextTask);
        LastCost = cost;
        return cost;
    }

    /// <inheritdoc />
    public PowerDownCost CostOfSleep(int memory, bool retain, int nextTask)
    {
        if ((uint)memory >= (uint)_ids.Length)
            throw Completion.Illegal($"the cost of letting memory {memory} sleep; permitted: 0 to {_ids.Length - 1}");
        return CostOf(_ids[memory], retain, nextTask);
    }

    /// <summary>Balance against the present state; for a system that is down, against everything on.</summary>
    private PowerDownCost CostOf(ComponentSet components, bool retain, int nextTask)
    {
        Guard.Check();
        Require(nextTask, "the cost of a power-down before");
        Span<PowerState> present = stackalloc PowerState[Machine.Grid.Count];
        Span<PowerState> down = stackalloc PowerState[Machine.Grid.Count];
        for (int component = 0; component < present.Length; component++)
        {
            present[component] = Control.IsOn ? Control.StateOf(component) : PowerState.On;
            down[component] = components.Contains(component)
                ? Control.Lowered(component, present[component], retain)
                : present[component];
        }

        return _balance.Of(present, down, nextTask, _policy, _slots, SharedLives);
    }

    private ComponentSet Accelerator => _accelerators;

    private ComponentSet Of(MemorySet memories)
    {
        ComponentSet components = default;
        for (int memory = 0; memory < _ids.Length; memory++)
            components = memories.Contains(memory) ? components.With(_ids[memory]) : components;
        return components;
    }

    private Progress NextOfPowerDown()
    {
        if (Background.IsActive)
            return WaitFor(Background.Left);
        if (FirstEnd() is > 0 and long left)
            return WaitFor(left);
        Control.PowerDown(_retain);
        return Progress.Done;
    }

    private Progress NextOfSleep()
    {
        if (Background.IsActive && UsesAny(Background.Plan!.Users, _chosen))
            return WaitFor(Background.Left);
        if (FirstEnd() is > 0 and long left)
            return WaitFor(left);
        Control.SwitchDown(_chosen, _retain);
        return Progress.Done;
    }

    private Progress NextOfWake() => _step++ > 0 ? Progress.Done : Work(Control.Wake(_chosen, _task, _goOn));

    /// <summary>Wakes the sleeping memories that the next step works with. They stay on.</summary>
    /// <param name="users">Ids of the components that it works with.</param>
    /// <param name="progress">Of the wake-up.</param>
    /// <returns>False when all are on.</returns>
    private bool Rouse(int[] users, out Progress progress)
    {
        progress = Progress.Next;
        if (Control.Sleeping == 0)
            return false;
        ComponentSet asleep = default;
        foreach (int component in users)
            asleep = Machine.Grid[component].IsDown ? asleep.With(ComponentSet.Of(component)) : asleep;
        if (asleep.IsEmpty)
            return false;
        progress = Work(Control.Wake(asleep, _task, _goOn));
        return true;
    }

    private static bool UsesAny(int[] users, ComponentSet components)
    {
        foreach (int component in users)
        {
            if (components.Contains(component))
                return true;
        }

        return false;
    }
}
