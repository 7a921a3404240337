using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Components;

/// <summary>
/// Components on one clock, with power, ledger and activities. It knows no kind of component and takes no decision: masters act, devices
/// work, and events happen in order of time.
/// </summary>
internal sealed class Machine : IEnergyTotals
{
    private Component[] _components = [];
    private readonly List<Activity> _activities = [];
    private readonly Dictionary<ActivityPlan, int> _plans = [];

    /// <summary>Builds the power domains and the ledger of all components with power.</summary>
    /// <param name="registry">The components with power; those without may be added later.</param>
    /// <param name="options">How the machine runs.</param>
    public Machine(ComponentRegistry registry, MachineOptions options)
    {
        (Registry, Options, Listener) = (registry, options, options.Listener);
        Clock = Scheduler.Clock;
        int tasks = options.Tasks.Count;
        Ledger = new(Tally, registry.Powers.Count, tasks, options.Trace);
        Grid = new(Clock, Tally, Ledger, tasks, registry.Powers);
    }

    public ComponentRegistry Registry { get; }

    public MachineOptions Options { get; }

    public Scheduler Scheduler { get; } = new();

    public RunClock Clock { get; }

    public Tally Tally { get; } = new();

    public EnergyLedger Ledger { get; }

    public PowerGrid Grid { get; }

    /// <summary>Hears what happens; null for nobody, which costs nothing.</summary>
    public IMachineListener? Listener { get; }

    /// <summary>The components by id.</summary>
    public ReadOnlySpan<Component> Components => _components;

    /// <summary>Picoseconds since the start of the run window.</summary>
    public long Now => Clock.Now;

    /// <summary>Time of the next event in the run window; <see cref="long.MaxValue"/> without one.</summary>
    public long NextEvent
    {
        get
        {
            Predict?.Invoke();
            return Scheduler.Next;
        }
    }

    /// <summary>The task that the energy of states is posted to; -1 for none. Activities post to their own.</summary>
    public int Task
    {
        get => Grid.Task;
        set
        {
            if (Listener is not null && value != Grid.Task)
                Listener.Task(Clock.Elapsed, value);
            Grid.Task = value;
        }
    }

    /// <summary>Number of activities under way.</summary>
    public int Active { get; internal set; }

    /// <summary>True when equal states promise equal futures at present.</summary>
    public bool IsJumpable
    {
        get
        {
            foreach (Component component in _components)
            {
                if (!component.IsJumpable)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Schedules what follows from the present power, before the next event is looked at; null where nothing does.</summary>
    public Action? Predict { get; set; }

    /// <summary>Posts what was only counted so far; null where every energy is posted as it is spent.</summary>
    public Action? Settling { get; set; }

    /// <summary>Numbers that <see cref="WriteState"/> writes; known when all components have joined.</summary>
    public int StateLength =>
        1 + Grid.Count + (Activity.StateLength * _activities.Count) + _components.Sum(static component => component.StateLength);

    /// <inheritdoc />
    public Power Total => Power.FromWatts(Grid.Meter.Watts);

    /// <summary>Creates a channel for activities. Call it in constructors of components.</summary>
    /// <param name="priority">Order of its ends among the events of one moment: see <see cref="EventPriority"/>.</param>
    /// <param name="completed">Called at each end; not when an activity takes no time.</param>
    /// <param name="aborted">Called at each abort, when the part that was done is posted.</param>
    public Activity NewActivity(byte priority, Action completed, Action aborted)
    {
        _activities.Add(new(this, _activities.Count, priority, completed, aborted));
        return _activities[^1];
    }

    /// <summary>All components have joined: the run may begin.</summary>
    /// <param name="names">Names of what listeners hear of.</param>
    /// <returns>The same.</returns>
    public MachineNames Begin(MachineNames names)
    {
        if (_components.Length != Registry.Names.Count || _components.Contains(null!))
            throw new InvalidOperationException("A component of the registry has not joined the machine.");
        Listener?.Begin(names, this);
        return names;
    }

    /// <summary>Dispatches the next event.</summary>
    /// <returns>False when none is pending.</returns>
    public bool Step()
    {
        Predict?.Invoke();
        return Scheduler.Step();
    }

    /// <summary>Moves to a moment at or before the next event, for a master that runs ahead of the events.</summary>
    public void AdvanceTo(long time) => Scheduler.MoveTo(time);

    /// <summary>Posts the energy of states up to now.</summary>
    public void Settle()
    {
        Settling?.Invoke();
        Grid.Settle();
    }

    /// <inheritdoc cref="Spend(int, EnergyCause, int, Int128)"/>
    /// <param name="component">Id of a component with power.</param>
    /// <param name="cause">Its cause.</param>
    /// <param name="task">The task; -1 for none.</param>
    /// <param name="joules">The energy in J.</param>
    public void Spend(int component, EnergyCause cause, int task, double joules) =>
        Spend(component, cause, task, Quantity.Rontojoules(joules));

    /// <summary>Posts energy that takes no time, such as that of counted cycles and accesses.</summary>
    /// <param name="component">Id of a component with power.</param>
    /// <param name="cause">Its cause.</param>
    /// <param name="task">The task; -1 for none.</param>
    /// <param name="rontojoules">The energy in units of 1e-27 J.</param>
    public void Spend(int component, EnergyCause cause, int task, Int128 rontojoules)
    {
        rontojoules = Quantity.Scaled(rontojoules, Grid.Scale.Work);
        Grid.Meter.Impulse(Quantity.Joules(rontojoules));
        Ledger.Post(component, cause, task, rontojoules);
    }

    /// <summary>Changes the power state of a component. Call <see cref="Settle"/> first, once for all that change.</summary>
    public void Enter(int component, PowerState state)
    {
        // Aborted first: what was done belongs to the time with power.
        if (Active > 0 && state is (PowerState.Off or PowerState.Retention))
            AbortUsersOf(component);
        Grid.Enter(component, state);
        Listener?.Power(Clock.Elapsed, component, state, Grid[component].WakeLeft);
        Component changed = _components[component];
        changed.OnPower(state);
        changed.PowerChanged?.Invoke(state);
    }

    /// <summary>Aborts every activity: the machine lost its supply, or the run is over.</summary>
    public void AbortAll()
    {
        foreach (Activity activity in _activities)
            activity.Abort();
    }

    /// <summary>Advances the run window where it has become long.</summary>
    public void RebaseWhenLong()
    {
        if (Now >= Options.RebaseAfter)
            Rebase(Now);
    }

    /// <summary>Writes everything that the future depends on. Counters, wear and the ledger are excluded on purpose.</summary>
    public void WriteState(ref StateWriter state)
    {
        state.Write(Task);
        foreach (PowerDomain domain in Grid.Domains)
            state.Write((long)domain.State);
        foreach (Activity activity in _activities)
            activity.WriteState(ref state);
        foreach (Component component in _components)
            component.WriteState(ref state);
    }

    /// <inheritdoc />
    public Energy EnergyOf(int component)
    {
        Settle();
        Int128 energy = Ledger.EnergyOf(component);
        foreach (Activity activity in _activities)
            energy += activity.Pending(component);
        return Energy.FromJoules(Quantity.Joules(energy));
    }

    /// <inheritdoc />
    public Power PowerOf(int component) => Power.FromWatts(Grid[component].Watts);

    internal void Join(Component component)
    {
        // Devices need one another and are not created in the order of their ids.
        if (_components.Length <= component.Id)
            Array.Resize(ref _components, component.Id + 1);
        _components[component.Id] = component;
    }

    /// <summary>A number for a plan, so that states can tell which one is under way.</summary>
    internal int IdOf(ActivityPlan plan)
    {
        if (!_plans.TryGetValue(plan, out int number))
            _plans.Add(plan, number = _plans.Count);
        return number;
    }

    private void AbortUsersOf(int component)
    {
        foreach (Activity activity in _activities)
        {
            if (activity.Uses(component))
                activity.Abort();
        }
    }

    private void Rebase(long picoseconds)
    {
        Scheduler.Rebase(picoseconds);
        Grid.Rebase(picoseconds);
        foreach (Activity activity in _activities)
            activity.Rebase(picoseconds);
        foreach (Component component in _components)
            component.Rebase(picoseconds);
    }
}
