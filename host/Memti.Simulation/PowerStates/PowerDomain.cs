using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>The power state of one component, and its residency in each state.</summary>
/// <param name="component">Id of the component.</param>
/// <param name="power">Its power in each state.</param>
/// <param name="tally">Receives the residency.</param>
/// <param name="ledger">Receives the energy.</param>
internal sealed class PowerDomain(int component, ComponentPower power, Tally tally, EnergyLedger ledger)
{
    public static readonly int States = Enum.GetValues<PowerState>().Length;

    private readonly ComponentPower _nominal = power;
    private readonly int _residency = tally.Reserve(States);
    private long _activeSince;
    private long _active;
    private int _users;

    /// <summary>The present state. On includes active.</summary>
    public PowerState State { get; private set; } = PowerState.On;

    /// <summary>False while the machine has no supply: then even what is off draws nothing.</summary>
    public bool IsSupplied { get; set; } = true;

    public bool IsDown => State is PowerState.Off or PowerState.Retention;

    /// <summary>Its power at the present voltage of the rail.</summary>
    public ComponentPower Power { get; private set; } = power;

    /// <summary>Power in watts in the present state.</summary>
    public double Watts => IsSupplied ? Power.In(State).Watts : 0;

    /// <summary>Cost of switching on from the present state.</summary>
    public ref readonly WakeCost ToWake => ref _nominal.From(State);

    /// <summary>Picoseconds of its own wake-up that are not posted yet: right after it began to wake, the whole latency.</summary>
    public long WakeLeft { get; private set; }

    public Int128 Residency(PowerState state) => tally[_residency + (int)state];

    /// <summary>The rail has another voltage. Call <see cref="PowerGrid.Settle"/> first.</summary>
    public void Rescale(RailScale scale) => Power = scale == RailScale.Nominal ? _nominal : _nominal.On(scale);

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

    public void Enter(PowerState state)
    {
        WakeLeft = state == PowerState.Waking ? ToWake.Latency : 0;
        State = state;
    }

    public void Rebase(long picoseconds) => _activeSince -= picoseconds;

    /// <summary>Posts the time in the present state: its residency and its energy.</summary>
    /// <param name="columns">Columns of <paramref name="times"/> that are not zero.</param>
    /// <param name="times">Time by task in picoseconds, from the time outside any task on; shape [tasks + 1].</param>
    /// <param name="spent">Sum of the times.</param>
    /// <param name="now">Present time in picoseconds.</param>
    public void Spend(ReadOnlySpan<int> columns, ReadOnlySpan<long> times, long spent, long now)
    {
        ref readonly StatePower drawn = ref Power.In(State);
        if (drawn.Base != 0 && IsSupplied)
            ledger.Post(component, drawn.Cause, drawn.Base, columns, times);
        if (drawn.Refresh != 0 && IsSupplied)
            ledger.Post(component, EnergyCause.Refresh, drawn.Refresh, columns, times);
        Reside(spent, now);
    }

    private void Reside(long picoseconds, long now)
    {
        if (IsDown)
        {
            tally.Add(_residency + (int)State, picoseconds);
            return;
        }

        // The component's own wake-up may be shorter than the slowest one that it waits for; the rest counts as on.
        long waking = Math.Min(picoseconds, WakeLeft);
        long active = TakeActive(now);
        tally.Add(_residency + (int)PowerState.On, picoseconds - waking - active);
        if (active > 0)
            tally.Add(_residency + (int)PowerState.Active, active);
        if (waking > 0)
            tally.Add(_residency + (int)PowerState.Waking, waking);
        WakeLeft -= waking;
    }

    private long TakeActive(long now)
    {
        long active = _active + (_users > 0 ? now - _activeSince : 0);
        (_active, _activeSince) = (0, now);
        return active;
    }
}
