using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Components;

/// <summary>
/// A part of a machine. It writes all that its future depends on into the state of the run, so that the run can tell when it repeats
/// itself; or it says that it cannot.
/// </summary>
internal abstract class Component
{
    private readonly PowerDomain? _domain;

    /// <summary>Joins a machine under an id that its registry has given.</summary>
    protected Component(Machine machine, int id)
    {
        (Machine, Id) = (machine, id);
        _domain = id < machine.Grid.Count ? machine.Grid[id] : null;
        machine.Join(this);
    }

    /// <summary>Joins a machine as a component without power.</summary>
    protected Component(Machine machine, string name)
        : this(machine, machine.Registry.Add(name))
    {
    }

    /// <summary>Runs after the component has entered another power state.</summary>
    public Action<PowerState>? PowerChanged { get; set; }

    /// <summary>Index in the machine's registry.</summary>
    public int Id { get; }

    public string Name => Machine.Registry.Names[Id];

    /// <summary>True when the component has a power domain.</summary>
    public bool HasPower => _domain is not null;

    /// <summary>The present state; always on for a component without power.</summary>
    public PowerState State => _domain?.State ?? PowerState.On;

    public bool IsDown => _domain is { IsDown: true };

    protected Machine Machine { get; }

    /// <summary>False when equal states do not promise equal futures, now or ever. One such component keeps the run from
    /// skipping.</summary>
    public virtual bool IsJumpable => true;

    /// <summary>How many numbers <see cref="WriteState"/> writes: always the same.</summary>
    public virtual int StateLength => 0;

    /// <summary>The power state has changed. Activities that used a component without power are aborted before.</summary>
    public virtual void OnPower(PowerState state)
    {
    }

    /// <summary>The machine has lost its supply: all activities are aborted and everything is off. What the component remembers is
    /// lost, unless it keeps it without power.</summary>
    public virtual void OnSupplyLost()
    {
    }

    /// <summary>The supply is back: everything is off, and the component may begin.</summary>
    public virtual void OnSupplyFound()
    {
    }

    /// <summary>The state that a power-down gives to the component.</summary>
    /// <param name="retain">True to keep contents that would need a reload, where there is a retention state.</param>
    public virtual PowerState StateWhenDown(bool retain) => PowerState.Off;

    /// <summary>Writes everything that the component's future depends on, with times relative to now. Counters and wear do not
    /// belong to it; nor does the power state, which the machine writes.</summary>
    public virtual void WriteState(ref StateWriter state)
    {
    }

    /// <summary>A period begins. Sums in the machine's tally need no action.</summary>
    public virtual void Mark()
    {
    }

    /// <summary>How many times a period may be repeated before something happens that the period does not contain.</summary>
    /// <param name="period">The period from the mark to now.</param>
    /// <param name="times">An upper bound.</param>
    /// <returns>0 to <paramref name="times"/>.</returns>
    public virtual long Repeatable(Period period, long times) => times;

    /// <summary>The period is repeated. Sums in the machine's tally are not the component's to repeat.</summary>
    /// <param name="period">The period from the mark to now, before the skip.</param>
    /// <param name="times">How many times.</param>
    public virtual void Repeat(Period period, long times)
    {
    }

    /// <summary>The run window starts later by some picoseconds: times within it become smaller.</summary>
    public virtual void Rebase(long picoseconds)
    {
    }
}
