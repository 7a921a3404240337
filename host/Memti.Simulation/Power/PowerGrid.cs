namespace Memti.Simulation;

/// <summary>All power domains with ledger and meter: whoever changes a state, a flow or the task at hand does it here.</summary>
internal sealed class PowerGrid
{
    /// <summary>Flow of the operation that firmware waits for.</summary>
    public const int OperationFlow = 0;

    /// <summary>Flow of the load that streams in the background.</summary>
    public const int StreamFlow = 1;

    private readonly RunClock _clock;
    private readonly PowerDomain[] _domains;
    private long _settled;
    private int _task = -1;

    public PowerGrid(RunClock clock, Tally tally, EnergyLedger ledger, IEnumerable<ComponentPower> components)
    {
        _clock = clock;
        Ledger = ledger;
        _domains = [.. components.Select(power => new PowerDomain(power, tally))];
        Meter = new(_domains.Length, flows: 2);
        for (int component = 0; component < _domains.Length; component++)
            Meter.SetLevel(component, _domains[component].Power.On.Watts, clock.Now);
    }

    public EnergyLedger Ledger { get; }

    public PowerMeter Meter { get; }

    public IReadOnlyList<PowerDomain> Domains => _domains;

    /// <summary>Accounts for the time up to now.</summary>
    public void Settle()
    {
        long elapsed = _clock.Now - _settled;
        if (elapsed == 0)
            return;
        _settled = _clock.Now;
        for (int component = 0; component < _domains.Length; component++)
            _domains[component].Spend(component, elapsed, _task, Ledger);
    }

    /// <summary>Starts work of some components on behalf of a task.</summary>
    /// <param name="users">The components that become active.</param>
    /// <param name="task">The task; -1 to leave the task at hand.</param>
    /// <param name="flow">Which flow it is.</param>
    /// <param name="joules">Energy over the whole work.</param>
    /// <param name="picoseconds">How long it takes; the energy is an impulse when zero.</param>
    public void Begin(int[] users, int task, int flow, double joules, long picoseconds)
    {
        Settle();
        _task = task >= 0 ? task : _task;
        foreach (int component in users)
            _domains[component].Use();
        Flow(flow, joules, picoseconds);
    }

    public void End(int[] users, int flow)
    {
        Settle();
        if (flow == OperationFlow)
            _task = -1;
        foreach (int component in users)
            _domains[component].Release();
        Meter.SetFlow(flow, 0, _clock.Now);
    }

    public void Flow(int flow, double joules, long picoseconds)
    {
        if (picoseconds > 0)
            Meter.SetFlow(flow, joules / (picoseconds * 1e-12), _clock.Now);
        else
            Meter.Impulse(joules);
    }

    public void Enter(int component, PowerState state)
    {
        Settle();
        _domains[component].Enter(state);
        Meter.SetLevel(component, _domains[component].Power.In(state).Watts, _clock.Now);
    }

    public void Rebase(long picoseconds)
    {
        _settled -= picoseconds;
        Meter.Rebase(picoseconds);
    }
}
