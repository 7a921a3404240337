using Memti.Abstractions;

namespace Memti.Simulation;

/// <content>Power.</content>
internal sealed partial class Chip
{
    private bool _isOn = true;
    private bool _retain;
    private PowerDownCost? _lastCost;

    /// <inheritdoc />
    public bool IsOn
    {
        get
        {
            _guard.Check();
            return _isOn;
        }
    }

    /// <inheritdoc />
    public ValueTask Wake()
    {
        Enter();
        return _isOn ? default : Start(Operation.Wake, -1);
    }

    /// <inheritdoc />
    public ValueTask PowerDown(bool retain)
    {
        Enter();
        _retain = retain;
        return Start(Operation.PowerDown, -1);
    }

    /// <inheritdoc />
    public PowerDownCost CostOfPowerDown(bool retain, int nextTask)
    {
        _guard.Check();
        if ((uint)nextTask >= (uint)_layout.Programs.Length)
            throw Completion.Illegal($"the cost of a power-down before task {nextTask}; permitted: 0 to {_layout.Programs.Length - 1}");
        PowerDownCost cost = _balances[retain ? 1 : 0].Of(nextTask, _sets, _sharedLives);
        _lastCost = cost;
        return cost;
    }

    private long NextOfPowerDown()
    {
        if (_stream.Active)
            return StreamLeft;
        if (_isOn)
            _tally.Add(_powerDowns, 1);
        _isOn = false;
        _grid.Settle();
        for (int component = 0; component < _grid.Domains.Length; component++)
            SwitchDown(component, _layout.DownState(component, _retain));
        return Done;
    }

    private void SwitchDown(int component, PowerState state)
    {
        if (state == PowerState.On || _grid.Domains[component].State is PowerState.Off || _grid.Domains[component].State == state)
            return;
        _grid.Enter(component, state);
        if (state == PowerState.Off && component > 0)
            LoseContents(_layout.Parts[component - 1]);
    }

    private void LoseContents(Part part)
    {
        if (!part.Figures.Volatile)
            return;
        if (part == _layout.Working)
            _sets!.Die();
        if (part == _layout.Shared && _layout.SharedMayDie)
            _sharedLives = false;
    }

    private long NextOfWake()
    {
        if (_step++ > 0)
            return CompleteWake();
        _tally.Add(_wakes, 1);
        _grid.Settle();
        (long latency, double joules) = (0, 0);
        for (int component = 0; component < _grid.Domains.Length; component++)
        {
            WakeCost cost = BeginWake(component);
            (latency, joules) = (Math.Max(latency, cost.Latency), joules + cost.Joules);
        }

        return Work([], joules, latency);
    }

    private WakeCost BeginWake(int component)
    {
        PowerDomain domain = _grid.Domains[component];
        WakeCost cost = domain.Power.From(domain.State);
        if (!domain.IsDown)
            return cost;
        _grid.Enter(component, PowerState.Waking);
        _grid.Ledger.Post(component, EnergyCause.WakeUp, -1, cost.Rontojoules);
        return cost;
    }

    private long CompleteWake()
    {
        _grid.Settle();
        for (int component = 0; component < _grid.Domains.Length; component++)
        {
            if (_grid.Domains[component].State == PowerState.Waking)
                _grid.Enter(component, PowerState.On);
        }

        _isOn = true;
        return Done;
    }
}
