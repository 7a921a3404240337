using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>The power state of one component, and its residency in each state.</summary>
internal sealed class PowerDomain(ComponentPower power, Tally tally)
{
    public static readonly int States = Enum.GetValues<PowerState>().Length;

    private readonly int _residency = tally.Reserve(States);
    private long _wakeLeft;
    private long _activeSince;
    private long _active;
    private int _users;

    public ComponentPower Power => power;

    /// <summary>The present state. On includes active.</summary>
    public PowerState State { get; private set; } = PowerState.On;

    public bool IsDown => State is PowerState.Off or PowerState.Retention;

    /// <summary>Cost of switching on from the present state.</summary>
    public WakeCost ToWake => power.From(State);

    public Int128 Residency(PowerState state) => tally[_residency + (int)state];

    public void Use(long now)
    {
        if (_users++ == 0)
            _activeSince = now;
    }

    public void Release(long now)
    {
        if (--_users == 0)
            _active += now - _activeSince;
    }

    public void Enter(PowerState state) => (State, _wakeLeft) = (state, state == PowerState.Waking ? power.From(State).Latency : 0);

    public void Rebase(long picoseconds) => _activeSince -= picoseconds;

    /// <summary>Posts the time in the present state: its residency and its energy.</summary>
    /// <param name="component">Index of the component.</param>
    /// <param name="columns">Columns of <paramref name="times"/> that are not zero.</param>
    /// <param name="times">Time by task in picoseconds, from the time outside any task on; shape [tasks + 1].</param>
    /// <param name="now">Present time in picoseconds.</param>
    /// <param name="ledger">Receives the energy.</param>
    public void Spend(int component, ReadOnlySpan<int> columns, ReadOnlySpan<long> times, long now, EnergyLedger ledger)
    {
        long spent = 0;
        StatePower drawn = power.In(State);
        foreach (int column in columns)
        {
            spent += times[column];
            Post(component, column - 1, drawn, times[column], ledger);
        }

        Reside(spent, now);
    }

    private static void Post(int component, int task, StatePower drawn, long picoseconds, EnergyLedger ledger)
    {
        if (drawn.Base != 0)
            ledger.Post(component, drawn.Cause, task, (Int128)drawn.Base * picoseconds);
        if (drawn.Refresh != 0)
            ledger.Post(component, EnergyCause.Refresh, task, (Int128)drawn.Refresh * picoseconds);
    }

    private void Reside(long picoseconds, long now)
    {
        if (State is PowerState.Off or PowerState.Retention)
        {
            tally.Add(_residency + (int)State, picoseconds);
            return;
        }

        // The component's own wake-up may be shorter than the slowest one that it waits for; the rest counts as on.
        long waking = State == PowerState.Waking ? Math.Min(picoseconds, _wakeLeft) : 0;
        long active = TakeActive(now);
        _wakeLeft -= waking;
        tally.Add(_residency + (int)PowerState.Waking, waking);
        tally.Add(_residency + (int)PowerState.Active, active);
        tally.Add(_residency + (int)PowerState.On, picoseconds - waking - active);
    }

    private long TakeActive(long now)
    {
        long active = _active + (_users > 0 ? now - _activeSince : 0);
        (_active, _activeSince) = (0, now);
        return active;
    }
}
