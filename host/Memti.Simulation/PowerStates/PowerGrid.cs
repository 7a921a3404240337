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
    private Int128 _workTime;
    private long _workSince;

    public PowerGrid(RunClock clock, Tally tally, EnergyLedger ledger, int tasks, IEnumerable<ComponentPower> components)
    {
        _clock = clock;
        (_times, _columns) = (new long[tasks + 1], new int[tasks + 1]);
        _domains = [.. components.Select((power, component) => new PowerDomain(component, power, tally, ledger))];
        Meter = new(_domains);
    }

    public PowerMeter Meter { get; }

    public ReadOnlySpan<PowerDomain> Domains => _domains;

    /// <summary>Posts the time up to now to states and ledger. Must precede every change of state; may be deferred until one.</summary>
    public void Settle()
    {
        NoteTime();
        // Several devices settle at one moment: only the first of them finds time to post.
        if (_used == 0)
            return;
        ReadOnlySpan<int> columns = _columns.AsSpan(0, _used);
        long spent = 0;
        foreach (int column in columns)
            spent += _times[column];
        foreach (PowerDomain domain in _domains)
            domain.Spend(columns, _times, spent, _clock.Now);
        foreach (int column in columns)
            _times[column] = 0;
        _used = 0;
    }

    /// <summary>The task that energy of states is posted to; -1 for none.</summary>
    public int Task
    {
        get => _task;
        set
        {
            if (value == _task)
                return;
            NoteTime();
            _task = value;
        }
    }

    /// <summary>Connects all domains to the supply, or takes it from them. Call <see cref="Settle"/> first.</summary>
    public void Supply(bool isSupplied)
    {
        Meter.ChangeLevel(_clock.Now);
        foreach (PowerDomain domain in _domains)
            domain.IsSupplied = isSupplied;
    }

    /// <summary>True when the voltage of the rail may change in this run. Set it before the run begins.</summary>
    public bool IsScaled { get; set; }

    /// <summary>How power follows the voltage of the rail now.</summary>
    public RailScale Scale { get; private set; } = RailScale.Nominal;

    /// <summary>Integral of the factor on work over the time of the run, in picoseconds times <see cref="RailScale.Steps"/>.</summary>
    public Int128 WorkTime => _workTime + Math.BigMul((long)(Scale.Work * RailScale.Steps), _clock.Now - _workSince);

    /// <summary>Changes the voltage of the rail.</summary>
    public void Rescale(RailScale scale)
    {
        Settle();
        (_workTime, _workSince) = (WorkTime, _clock.Now);
        Meter.Rescale(scale.Work, _clock.Now);
        foreach (PowerDomain domain in _domains)
            domain.Rescale(scale);
        Scale = scale;
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
        long now = _clock.Now;
        foreach (int component in users)
            _domains[component].Use(now);
        if (picoseconds > 0)
            Meter.SetFlow(flow, joules / (picoseconds * 1e-12), now);
        else
            Meter.Impulse(joules * Scale.Work);
    }

    public void End(int[] users, int flow)
    {
        long now = _clock.Now;
        foreach (int component in users)
            _domains[component].Release(now);
        Meter.SetFlow(flow, 0, now);
    }

    /// <summary>A component begins to work, or ends, without an energy flow of its own.</summary>
    public void Work(int component, bool begins)
    {
        if (begins)
            _domains[component].Use(_clock.Now);
        else
            _domains[component].Release(_clock.Now);
    }

    /// <summary>Changes the state of a component. Call <see cref="Settle"/> first.</summary>
    public void Enter(int component, PowerState state)
    {
        Meter.ChangeLevel(_clock.Now);
        _domains[component].Enter(state);
    }

    public void Rebase(long picoseconds)
    {
        _noted -= picoseconds;
        _workSince -= picoseconds;
        foreach (PowerDomain domain in _domains)
            domain.Rebase(picoseconds);
        Meter.Rebase(picoseconds);
    }

    private void NoteTime()
    {
        // Time is only noted per task here and posted in Settle: tasks change often, states rarely.
        long time = _clock.Now - _noted;
        if (time == 0)
            return;
        if (_times[_task + 1] == 0)
            _columns[_used++] = _task + 1;
        _times[_task + 1] += time;
        _noted = _clock.Now;
    }
}
