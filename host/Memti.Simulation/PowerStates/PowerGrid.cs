using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>All power domains with ledger and meter. Every change of a state, a flow or the current task goes through it.</summary>
internal sealed class PowerGrid
{
    private readonly RunClock _clock;
    private readonly PowerDomain[] _domains;
    private readonly long[] _times;
    private readonly int[] _columns;
    private int _used;
    private long _noted;
    private int _task = -1;

    public PowerGrid(RunClock clock, Tally tally, EnergyLedger ledger, int tasks, IEnumerable<ComponentPower> components)
    {
        _clock = clock;
        Ledger = ledger;
        (_times, _columns) = (new long[tasks + 1], new int[tasks + 1]);
        _domains = [.. components.Select(power => new PowerDomain(power, tally))];
        Meter = new(_domains.Length);
        for (int component = 0; component < _domains.Length; component++)
            Meter.SetLevel(component, _domains[component].Power.On.Watts, clock.Now);
    }

    public EnergyLedger Ledger { get; }

    public PowerMeter Meter { get; }

    public ReadOnlySpan<PowerDomain> Domains => _domains;

    /// <summary>Posts the time up to now to states and ledger. Must precede every change of state; may be deferred until one.</summary>
    public void Settle()
    {
        NoteTime();
        for (int component = 0; component < _domains.Length; component++)
            _domains[component].Spend(component, _columns.AsSpan(0, _used), _times, _clock.Now, Ledger);
        foreach (int column in _columns.AsSpan(0, _used))
            _times[column] = 0;
        _used = 0;
    }

    /// <summary>The task that energy of states is posted to; -1 for none.</summary>
    public int Task
    {
        get => _task;
        set
        {
            NoteTime();
            _task = value;
        }
    }

    /// <summary>Number of components with power.</summary>
    public int Count => _domains.Length;

    public PowerDomain this[int component] => _domains[component];

    /// <summary>Starts work of some components.</summary>
    /// <param name="users">The components that become active.</param>
    /// <param name="flow">The energy flow.</param>
    /// <param name="joules">Energy of the whole work.</param>
    /// <param name="picoseconds">Duration; at zero the energy is an impulse.</param>
    public void Begin(int[] users, int flow, double joules, long picoseconds)
    {
        NoteTime();
        foreach (int component in users)
            _domains[component].Use(_clock.Now);
        Flow(flow, joules, picoseconds);
    }

    public void End(int[] users, int flow)
    {
        NoteTime();
        foreach (int component in users)
            _domains[component].Release(_clock.Now);
        Meter.SetFlow(flow, 0, _clock.Now);
    }

    /// <summary>A component begins to work, or ends, without an energy flow of its own.</summary>
    public void Work(int component, bool begins)
    {
        NoteTime();
        if (begins)
            _domains[component].Use(_clock.Now);
        else
            _domains[component].Release(_clock.Now);
    }

    private void Flow(int flow, double joules, long picoseconds)
    {
        if (picoseconds > 0)
            Meter.SetFlow(flow, joules / (picoseconds * 1e-12), _clock.Now);
        else
            Meter.Impulse(joules);
    }

    /// <summary>Changes the state of a component. Call <see cref="Settle"/> first.</summary>
    public void Enter(int component, PowerState state)
    {
        _domains[component].Enter(state);
        Meter.SetLevel(component, _domains[component].Power.In(state).Watts, _clock.Now);
    }

    public void Rebase(long picoseconds)
    {
        _noted -= picoseconds;
        foreach (PowerDomain domain in _domains)
            domain.Rebase(picoseconds);
        Meter.Rebase(picoseconds);
    }

    private void NoteTime()
    {
        // Time is only noted per task here and posted in Settle: activities are frequent, changes of state are rare.
        long time = _clock.Now - _noted;
        if (time == 0)
            return;
        if (_times[_task + 1] == 0)
            _columns[_used++] = _task + 1;
        _times[_task + 1] += time;
        _noted = _clock.Now;
    }
}
