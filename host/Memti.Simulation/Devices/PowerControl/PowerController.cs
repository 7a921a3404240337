using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Devices.PowerControl;

/// <summary>
/// Switches power domains. It does what it is told: what may lose its contents, and when, its masters decide. It is always on itself.
/// </summary>
internal sealed class PowerController : Component
{
    private readonly MemoryDevice[] _memories;
    private readonly WakeEnergy _energy;
    private readonly ActivityPlan _plan;
    private readonly Activity _waking;
    private readonly int _powerDowns;
    private readonly int _wakes;
    private readonly int _sleeps;
    private Action? _done;

    public PowerController(Machine machine, MemoryDevice[] memories)
        : base(machine, "power")
    {
        (_memories, _energy) = (memories, new(machine));
        _plan = new() { Kind = ActivityKind.WakeUp, Users = [], Joules = 0, Duration = 0, Effects = [_energy] };
        _waking = machine.NewActivity(EventPriority.Device, Complete, Fall);
        (_powerDowns, _wakes, _sleeps) = (machine.Tally.Reserve(1), machine.Tally.Reserve(1), machine.Tally.Reserve(1));
    }

    /// <summary>False from a power-down of the machine to the end of the next wake-up.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Number of memories that are down.</summary>
    public int Sleeping { get; private set; }

    /// <summary>Number of power-downs of the machine.</summary>
    public long PowerDowns => (long)Machine.Tally[_powerDowns];

    /// <summary>Number of wake-ups after one.</summary>
    public long Wakes => (long)Machine.Tally[_wakes];

    /// <summary>How often a single memory was switched down while the machine was on.</summary>
    public long MemorySleeps => (long)Machine.Tally[_sleeps];

    /// <inheritdoc />
    public override int StateLength => 2;

    /// <summary>The present state of a domain.</summary>
    /// <param name="component">Id of a component with power.</param>
    public PowerState StateOf(int component) => Machine.Grid[component].State;

    /// <summary>True when a component of the set is down.</summary>
    public bool IsAnyDown(ComponentSet components)
    {
        for (int component = 0; component < Machine.Grid.Count; component++)
        {
            if (Machine.Grid[component].IsDown && components.Contains(component))
                return true;
        }

        return false;
    }

    /// <summary>Time that a wake-up of the set would take now, in picoseconds: that of the slowest component.</summary>
    public long TimeToWake(ComponentSet components)
    {
        long latency = 0;
        for (int component = 0; component < Machine.Grid.Count; component++)
        {
            if (components.Contains(component))
                latency = Math.Max(latency, Machine.Grid[component].ToWake.Latency);
        }

        return latency;
    }

    /// <summary>The state that a component would change to. One that is off stays off, and one that must stay on does.</summary>
    /// <param name="component">Id of a component with power.</param>
    /// <param name="present">Its present state.</param>
    /// <param name="retain">As for <see cref="SwitchDown"/>.</param>
    public PowerState Lowered(int component, PowerState present, bool retain)
    {
        PowerState down = Machine.Components[component].StateWhenDown(retain);
        return present == PowerState.Off || down == PowerState.On ? present : down;
    }

    /// <summary>Switches everything down that may lose power.</summary>
    /// <param name="retain">As for <see cref="SwitchDown"/>.</param>
    public void PowerDown(bool retain)
    {
        if (IsOn)
            Machine.Tally.Add(_powerDowns, 1);
        IsOn = false;
        Lower(ComponentSet.All, retain);
    }

    /// <summary>Switches single components down; the machine stays on.</summary>
    /// <param name="components">The components.</param>
    /// <param name="retain">True to keep contents that would need a reload, where there is a retention state.</param>
    public void SwitchDown(ComponentSet components, bool retain)
    {
        int before = Sleeping;
        Lower(components, retain);
        Machine.Tally.Add(_sleeps, Sleeping - before);
    }

    /// <summary>The supply is lost: a wake-up under way ends, and everything is off.</summary>
    public void Lose()
    {
        Machine.Settle();
        _waking.Abort();
        for (int component = 0; component < Machine.Grid.Count; component++)
        {
            if (StateOf(component) != PowerState.Off)
                Machine.Enter(component, PowerState.Off);
        }

        IsOn = false;
        CountSleepers();
    }

    /// <summary>Switches components on, all at once. The wake-up lasts as long as that of the slowest; one runs at a time.</summary>
    /// <param name="components">The components; those that are on already do not matter.</param>
    /// <param name="task">The task that the energy is posted to; -1 for none.</param>
    /// <param name="done">Called at the end; not for a wake-up without duration, and not when it is aborted.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool Wake(ComponentSet components, int task, Action done)
    {
        if (!IsOn)
            Machine.Tally.Add(_wakes, 1);
        Machine.Settle();
        (long latency, double joules) = (0, 0);
        ReadOnlySpan<PowerDomain> domains = Machine.Grid.Domains;
        for (int component = 0; component < domains.Length; component++)
        {
            if (!domains[component].IsDown || !components.Contains(component))
                continue;
            WakeCost cost = domains[component].ToWake;
            _energy.Add(component, cost);
            Machine.Enter(component, PowerState.Waking);
            (latency, joules) = (Math.Max(latency, cost.Latency), joules + cost.Joules);
        }

        _done = done;
        bool takesTime = _waking.Begin(_plan, task, -1, joules, latency);
        if (!takesTime)
            Arrive();
        return takesTime;
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        state.Write(IsOn ? 1 : 0);
        state.Write(Sleeping);
    }

    private void Lower(ComponentSet components, bool retain)
    {
        // The time in the old states must be posted before they change.
        Machine.Settle();
        for (int component = 0; component < Machine.Grid.Count; component++)
        {
            if (!components.Contains(component))
                continue;
            PowerState present = StateOf(component);
            PowerState lowered = Lowered(component, present, retain);
            if (lowered != present)
                Machine.Enter(component, lowered);
        }

        CountSleepers();
    }

    private void Complete()
    {
        Arrive();
        _done!();
    }

    private void Arrive()
    {
        Leave(PowerState.On);
        IsOn = true;
    }

    /// <summary>An aborted wake-up leaves its components off.</summary>
    private void Fall() => Leave(PowerState.Off);

    private void Leave(PowerState state)
    {
        Machine.Settle();
        ReadOnlySpan<PowerDomain> domains = Machine.Grid.Domains;
        for (int component = 0; component < domains.Length; component++)
        {
            if (domains[component].State == PowerState.Waking)
                Machine.Enter(component, state);
        }

        CountSleepers();
    }

    private void CountSleepers()
    {
        Sleeping = 0;
        foreach (MemoryDevice memory in _memories)
            Sleeping += memory.IsDown ? 1 : 0;
    }
}
