using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <content>Power.</content>
internal sealed partial class Chip
{
    private bool _isOn = true;
    private bool _retain;
    private bool _isWaking;
    private int _asleep;
    private MemorySet _chosen;
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
    public MemorySet AwakeMemories
    {
        get
        {
            _guard.Check();
            ulong awake = 0;
            for (int component = 1; component < _grid.Domains.Length; component++)
                awake |= _grid.Domains[component].IsDown ? 0 : 1UL << (component - 1);
            return new(awake);
        }
    }

    /// <summary>Contents that are valid and would be lost with power, without the store of all tasks.</summary>
    private MemoryContents Live =>
        (_sets is { IsEmpty: false } ? MemoryContents.TaskSpecific : MemoryContents.None)
        | (_sharedLives ? MemoryContents.Shared : MemoryContents.None)
        | (_feed.IsOpen ? MemoryContents.Input : MemoryContents.None);

    /// <inheritdoc />
    public ValueTask Wake() => Wake(MemorySet.All);

    /// <inheritdoc />
    public ValueTask Wake(MemorySet memories)
    {
        Enter();
        if (_isOn && (_asleep == 0 || !SleepsAny(memories)))
            return default;
        _chosen = memories;
        return Start(Operation.Wake, -1);
    }

    /// <inheritdoc />
    public SimTime TimeToWake(MemorySet memories)
    {
        _guard.Check();
        long latency = 0;
        for (int component = 0; component < _grid.Domains.Length; component++)
        {
            if (IsChosen(component, memories))
                latency = Math.Max(latency, _grid.Domains[component].ToWake.Latency);
        }

        return SimTime.FromPicoseconds(latency);
    }

    /// <inheritdoc />
    public ValueTask PowerDown(bool retain)
    {
        Enter();
        _retain = retain;
        return Start(Operation.PowerDown, -1);
    }

    /// <inheritdoc />
    public ValueTask Sleep(MemorySet memories, bool retain)
    {
        Enter();
        if (!_isOn)
            throw Completion.Illegal("to let memories sleep while the system is down; wake it first");
        (_chosen, _retain) = (memories, retain);
        return Start(Operation.Sleep, -1);
    }

    /// <inheritdoc />
    public PowerDownCost CostOfPowerDown(bool retain, int nextTask)
    {
        PowerDownCost cost = CostOf(MemorySet.All, withAccelerator: true, retain, nextTask);
        _lastCost = cost;
        return cost;
    }

    /// <inheritdoc />
    public PowerDownCost CostOfSleep(int memory, bool retain, int nextTask)
    {
        if ((uint)memory >= (uint)_layout.Parts.Length)
            throw Completion.Illegal($"the cost of letting memory {memory} sleep; permitted: 0 to {_layout.Parts.Length - 1}");
        return CostOf(MemorySet.Of(memory), withAccelerator: false, retain, nextTask);
    }

    /// <summary>Balance against the present state; for a system that is down, against everything on.</summary>
    private PowerDownCost CostOf(MemorySet memories, bool withAccelerator, bool retain, int nextTask)
    {
        _guard.Check();
        if ((uint)nextTask >= (uint)_layout.Programs.Length)
            throw Completion.Illegal($"the cost of a power-down before task {nextTask}; permitted: 0 to {_layout.Programs.Length - 1}");
        Span<PowerState> present = stackalloc PowerState[_grid.Domains.Length];
        Span<PowerState> down = stackalloc PowerState[_grid.Domains.Length];
        MemoryContents live = Live;
        for (int component = 0; component < present.Length; component++)
        {
            present[component] = _isOn ? _grid.Domains[component].State : PowerState.On;
            bool chosen = component == 0 ? withAccelerator : memories.Contains(component - 1);
            down[component] = chosen ? Lowered(present[component], _layout.DownState(component, retain, live)) : present[component];
        }

        return _balance.Of(present, down, nextTask, _sets, _sharedLives);
    }

    /// <summary>State after a power-down: a component that is off stays off, and one that must stay on does.</summary>
    private static PowerState Lowered(PowerState present, PowerState down) =>
        present == PowerState.Off || down == PowerState.On ? present : down;

    private long NextOfPowerDown()
    {
        if (_stream.Active)
            return StreamLeft;
        if (_isOn)
            _tally.Add(_powerDowns, 1);
        _isOn = false;
        SwitchDown(MemorySet.All, withAccelerator: true);
        return Done;
    }

    private long NextOfSleep()
    {
        if (_stream.Active && UsesAny(_layout.Programs[_stream.Task].Load!.Transfer.Users, _chosen))
            return StreamLeft;
        int before = _asleep;
        SwitchDown(_chosen, withAccelerator: false);
        _tally.Add(_memorySleeps, _asleep - before);
        return Done;
    }

    private void SwitchDown(MemorySet memories, bool withAccelerator)
    {
        // The time in the old states must be posted before they change.
        _grid.Settle();
        // Taken before any component switches: losing one memory's contents must not decide the fate of another.
        MemoryContents live = Live;
        for (int component = withAccelerator ? 0 : 1; component < _grid.Domains.Length; component++)
        {
            if (IsChosen(component, memories))
                SwitchDown(component, _layout.DownState(component, _retain, live));
        }

        CountSleepers();
    }

    private void SwitchDown(int component, PowerState state)
    {
        PowerState present = _grid.Domains[component].State;
        PowerState lowered = Lowered(present, state);
        if (lowered == present)
            return;
        _grid.Enter(component, lowered);
        if (lowered == PowerState.Off && component > 0)
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

    // Step 0 starts all wake-ups at once; step 1 ends them after the slowest.
    private long NextOfWake()
    {
        if (_step++ > 0)
        {
            EndWaking();
            _isOn = true;
            return Done;
        }

        if (!_isOn)
            _tally.Add(_wakes, 1);
        return BeginWaking(_chosen);
    }

    /// <summary>Wakes the sleeping components that the next step works with. They stay on.</summary>
    /// <returns>Duration of the wake-up; <see cref="Done"/> when all are on.</returns>
    private long Rouse(int[] users)
    {
        if (_asleep == 0)
            return Done;
        if (_isWaking)
            EndWaking();
        MemorySet memories = MemorySet.None;
        foreach (int component in users)
        {
            if (component > 0 && _grid.Domains[component].IsDown)
                memories = memories.With(MemorySet.Of(component - 1));
        }

        return memories.IsEmpty ? Done : BeginWaking(memories);
    }

    private long BeginWaking(MemorySet memories)
    {
        _grid.Settle();
        (long latency, double joules) = (0, 0);
        for (int component = 0; component < _grid.Domains.Length; component++)
        {
            if (!IsChosen(component, memories))
                continue;
            WakeCost cost = BeginWaking(component);
            (latency, joules) = (Math.Max(latency, cost.Latency), joules + cost.Joules);
        }

        _isWaking = true;
        return Work([], joules, latency);
    }

    private WakeCost BeginWaking(int component)
    {
        PowerDomain domain = _grid.Domains[component];
        WakeCost cost = domain.ToWake;
        if (!domain.IsDown)
            return cost;
        _grid.Enter(component, PowerState.Waking);
        _grid.Ledger.Post(component, EnergyCause.WakeUp, _task, cost.Rontojoules);
        return cost;
    }

    private void EndWaking()
    {
        _grid.Settle();
        for (int component = 0; component < _grid.Domains.Length; component++)
        {
            if (_grid.Domains[component].State == PowerState.Waking)
                _grid.Enter(component, PowerState.On);
        }

        _isWaking = false;
        CountSleepers();
    }

    private void CountSleepers()
    {
        _asleep = 0;
        for (int component = 1; component < _grid.Domains.Length; component++)
            _asleep += _grid.Domains[component].IsDown ? 1 : 0;
    }

    private bool SleepsAny(MemorySet memories)
    {
        for (int component = 1; component < _grid.Domains.Length; component++)
        {
            if (_grid.Domains[component].IsDown && IsChosen(component, memories))
                return true;
        }

        return false;
    }

    private static bool UsesAny(int[] users, MemorySet memories)
    {
        foreach (int component in users)
        {
            if (component > 0 && IsChosen(component, memories))
                return true;
        }

        return false;
    }

    private static bool IsChosen(int component, MemorySet memories) => component == 0 || memories.Contains(component - 1);
}
