using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>What a power-down saves and costs, worked out once for each way to do it.</summary>
internal sealed class PowerDownBalance
{
    private readonly SystemLayout _layout;
    private readonly bool _setsDie;
    private readonly bool _sharedDies;
    private readonly double _onWatts;
    private readonly double _downWatts;
    private readonly double _wakeJoules;
    private readonly long _latency;

    public PowerDownBalance(SystemLayout layout, bool retain)
    {
        _layout = layout;
        PowerState[] states = [.. layout.Power.Select((_, component) => layout.DownState(component, retain))];
        WakeCost[] wakes = [.. layout.Power.Select((power, component) => power.From(states[component]))];
        _onWatts = layout.Power.Sum(static power => power.On.Watts);
        _downWatts = layout.Power.Select((power, component) => power.In(states[component]).Watts).Sum();
        _wakeJoules = wakes.Sum(static wake => wake.Joules);
        _latency = wakes.Max(static wake => wake.Latency);
        _setsDie = layout.Working is { Figures.Volatile: true } working && states[working.Component] == PowerState.Off;
        _sharedDies = layout.SharedMayDie && states[layout.Shared!.Component] == PowerState.Off;
    }

    public PowerDownCost Of(int nextTask, WorkingSet? sets, bool sharedLives)
    {
        double transition = _wakeJoules + _onWatts * _latency * 1e-12;
        if (_setsDie && sets is not null)
            transition += LostSets(nextTask, sets);
        if (_sharedDies && sharedLives)
            transition += Serial(_layout.Programs[nextTask].SharedLoad!);
        SimTime latency = SimTime.FromPicoseconds(_latency);
        return new(BreakEven(transition), Energy.FromJoules(transition), Power.FromWatts(_onWatts), Power.FromWatts(_downWatts), latency);
    }

    /// <summary>
    /// Where all sets have a slot each, every live one is missed; otherwise only that of the next task, as the others make way for one
    /// another.
    /// </summary>
    private double LostSets(int nextTask, WorkingSet sets)
    {
        if (!_layout.AllFit)
            return sets.SlotOf(nextTask) >= 0 ? Reload(_layout.Programs[nextTask].Load!) : 0;
        double joules = 0;
        for (int task = 0; task < _layout.Programs.Length; task++)
            joules += sets.SlotOf(task) >= 0 ? Reload(_layout.Programs[task].Load!) : 0;
        return joules;
    }

    private double Reload(LoadRecipe load) =>
        _layout.Streams ? load.Transfer.Joules + _onWatts * load.Exposed(headStart: 0) * 1e-12 : Serial(load.Transfer);

    private double Serial(TransferRecipe transfer) => transfer.Joules + _onWatts * transfer.Duration * 1e-12;

    private SimTime BreakEven(double transition)
    {
        double saved = _onWatts - _downWatts;
        double picoseconds = saved > 0 ? Math.Ceiling(transition / saved * 1e12) : double.PositiveInfinity;
        return picoseconds < long.MaxValue ? SimTime.FromPicoseconds(Math.Max((long)picoseconds, _latency)) : SimTime.MaxValue;
    }
}
