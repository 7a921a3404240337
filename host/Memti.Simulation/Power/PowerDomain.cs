namespace Memti.Simulation;

/// <summary>The state of one component, and the time it has spent in each.</summary>
internal sealed class PowerDomain(ComponentPower power, Tally tally)
{
    public static readonly int States = Enum.GetValues<PowerState>().Length;

    private readonly int _residency = tally.Reserve(States);
    private long _wakeLeft;
    private int _users;

    public ComponentPower Power => power;

    /// <summary>The state, activity apart: on covers active.</summary>
    public PowerState State { get; private set; } = PowerState.On;

    public bool IsDown => State is PowerState.Off or PowerState.Retention;

    public Int128 Residency(PowerState state) => tally[_residency + (int)state];

    public void Use() => _users++;

    public void Release() => _users--;

    public void Enter(PowerState state) => (State, _wakeLeft) = (state, state == PowerState.Waking ? power.From(State).Latency : 0);

    /// <summary>Accounts for time in the present state: its residency and its energy.</summary>
    public void Spend(int component, long picoseconds, int task, EnergyLedger ledger)
    {
        Reside(picoseconds);
        StatePower drawn = power.In(State);
        if (drawn.Base != 0)
            ledger.Post(component, drawn.Cause, task, (Int128)drawn.Base * picoseconds);
        if (drawn.Refresh != 0)
            ledger.Post(component, EnergyCause.Refresh, task, (Int128)drawn.Refresh * picoseconds);
    }

    private void Reside(long picoseconds)
    {
        if (State == PowerState.Waking)
        {
            long waking = Math.Min(picoseconds, _wakeLeft);
            _wakeLeft -= waking;
            picoseconds -= waking;
            tally.Add(_residency + (int)PowerState.Waking, waking);
        }

        PowerState state = State is PowerState.On or PowerState.Waking ? (_users > 0 ? PowerState.Active : PowerState.On) : State;
        tally.Add(_residency + (int)state, picoseconds);
    }
}
