using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Supplies;

/// <summary>
/// The supply of a machine. It follows the machine's power, predicts when a threshold is crossed, and takes and gives the power. Nothing
/// is stepped: a crossing is one event, which moves when a power changes.
/// </summary>
internal sealed class SupplyDevice : Component, IPowerFollower
{
    /// <summary>Voltages this near, relative to a threshold, have reached it.</summary>
    private const double Reached = 1e-9;

    /// <summary>A warning ends this far above its threshold.</summary>
    private const double Hysteresis = 0.01;

    // What is farther away is asked again: a long holds 106 days.
    private const double LongestWait = 1e18;
    private const double PicosecondsPerSecond = 1e12;
    private const long Nothing = -1;

    private readonly Hardware _hardware;
    private readonly SupplySystem _system;
    private readonly SupplyChain _chain;
    private readonly SupplyCounts _counts;
    private readonly int _event;
    private readonly int _booted;
    private readonly int _over;
    private readonly Action _wokenUp;
    private double _taken;
    private double _burst;
    private long _stepEnd;
    private long _pending = Nothing;
    private bool _isStale = true;
    private bool _hasEnded;
    private Int128 _darkSince;
    private Int128? _empty;

    /// <summary>Connects the supply to a machine.</summary>
    /// <param name="hardware">The hardware that it feeds.</param>
    /// <param name="system">The supply.</param>
    public SupplyDevice(Hardware hardware, SupplySystem system)
        : base(hardware.Machine, "supply")
    {
        (_hardware, _system, _chain, _counts) = (hardware, system, new(system), new(hardware.Machine.Tally));
        _event = Machine.Scheduler.Register(Look);
        _booted = Machine.Scheduler.Register(() => Started!());
        _over = Machine.Scheduler.Register(EndInDark);
        _wokenUp = Boot;
        _stepEnd = EndOf(_chain.StepLength);
        Machine.Grid.Meter.Follower = this;
        Machine.Predict = Predict;
        Machine.Grid.IsScaled = _chain.Rail is not null;
        FollowRail();
    }

    /// <summary>Starts the master, when power is there and everything is on.</summary>
    public Action? Started { get; set; }

    /// <summary>Warns the master.</summary>
    public Action? Warned { get; set; }

    /// <summary>Runs when the workload ends without power.</summary>
    public Action? Over { get; set; }

    /// <summary>True while the device has power.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>True while the voltage is at or below the warning threshold.</summary>
    public bool IsLow { get; private set; }

    /// <summary>Power in W that a master draws at most, and that is posted only when it stops: for predictions.</summary>
    public double Expected { get; set; }

    /// <summary>The present voltage of the storage in V.</summary>
    public double Volts => _chain.Volts(Load, IsOn);

    /// <inheritdoc />
    public override int StateLength => _chain.StateLength + 3;

    // Energy without duration is drawn until the next change of power; a core's, which comes late, is expected to go on as it was.
    private double Load => IsOn ? Machine.Grid.Meter.Watts + Math.Max(Expected * Machine.Grid.Scale.Work, Expected > 0 ? _burst : 0) : 0;

    private double Dropout => _system.DropoutVolts ?? _system.OffVolts;

    /// <summary>The run begins: the device is on when the voltage permits it.</summary>
    public void Begin()
    {
        if (_chain.Volts(0, isOn: false) < _system.OnVolts * (1 - Reached))
            GoDark();
    }

    /// <summary>The run is over: nothing is predicted any more, and nothing switched.</summary>
    public void End()
    {
        _hasEnded = true;
        CancelPending();
    }

    /// <inheritdoc />
    public void Pass(double watts, double seconds)
    {
        _burst = _taken / seconds;
        _taken = 0;
        _chain.Pass(watts + _burst, IsOn, seconds);
    }

    /// <inheritdoc />
    public void Take(double joules)
    {
        _taken += joules;
        _isStale = true;
    }

    /// <inheritdoc />
    public void Changed() => _isStale = true;

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        _chain.WriteState(ref state);
        state.Write(_stepEnd == long.MaxValue ? -1 : _stepEnd - Machine.Now);
        state.Write(BitConverter.DoubleToInt64Bits(_taken));
        state.Write(IsLow ? 1 : 0);
    }

    /// <inheritdoc />
    public override void Mark() => _chain.Mark();

    /// <inheritdoc />
    public override void Repeat(Period period, long times) => _chain.Repeat(times);

    /// <inheritdoc />
    public override void Rebase(long picoseconds)
    {
        _stepEnd = _stepEnd == long.MaxValue ? long.MaxValue : _stepEnd - picoseconds;
        _pending = _pending == Nothing ? Nothing : _pending - picoseconds;
    }

    /// <summary>What the supply did. Call it when the run is over and all energy is posted.</summary>
    /// <param name="seconds">Length of the run.</param>
    public SupplyResult Result(double seconds)
    {
        // What had no duration and no change of power behind it is drawn now.
        if (_taken > 0)
            Pass(0, 1e-3);
        Int128 dark = _counts.Dark + (IsOn ? 0 : Machine.Clock.Elapsed - _darkSince);
        return new()
        {
            Energy = SupplyBalance.Of(_chain),
            Volts = Volts,
            BrownOuts = _counts.BrownOuts,
            ColdStarts = _counts.ColdStarts,
            Warnings = _counts.Warnings,
            Dropped = _counts.Dropped,
            MissedInDark = _counts.MissedInDark,
            TornWrites = _hardware.Memories.Sum(static memory => memory.TornWrites),
            DarkSeconds = (double)dark * 1e-12,
            FirstFrameSeconds = _hardware.Frames.FirstCompleted is { } first ? (double)first * 1e-12 : null,
            LifeSeconds = LifeOf(seconds),
        };
    }

    private long EndOf(SimTime length) => length == SimTime.MaxValue ? long.MaxValue : checked(Machine.Now + length.Picoseconds);

    /// <summary>Schedules the next event that follows from the present powers.</summary>
    private void Predict()
    {
        if (!_isStale || _hasEnded)
            return;
        _isStale = false;
        Schedule(Math.Min(_stepEnd, NextCrossing()));
    }

    private long NextCrossing()
    {
        double load = Load;
        double volts = _chain.Volts(load, IsOn);
        if (!IsOn)
            return volts >= _system.OnVolts * (1 - Reached) ? Checked(0) : Checked(_chain.SecondsTo(_system.OnVolts, load, IsOn));
        long next = Moment(Fall(volts, Dropout, load));
        if (_system.OffVolts > Dropout)
            next = Math.Min(next, Checked(Fall(volts, _system.OffVolts, load)));
        if (_system.WarningVolts is { } warning)
            next = Math.Min(next, Checked(IsLow ? Rise(volts, warning * (1 + Hysteresis), load) : Fall(volts, warning, load)));
        return Math.Min(next, Moment(_chain.SecondsToBorder(volts, load)));
    }

    private double Fall(double volts, double threshold, double load) =>
        HasFallen(volts, threshold) ? 0 : _chain.SecondsTo(threshold, load, IsOn);

    private double Rise(double volts, double threshold, double load) => volts >= threshold ? 0 : _chain.SecondsTo(threshold, load, IsOn);

    private static bool HasFallen(double volts, double threshold) => volts <= threshold * (1 + Reached);

    private long Moment(double seconds)
    {
        double picoseconds = Math.Min(LongestWait, Math.Ceiling(seconds * PicosecondsPerSecond));
        return double.IsPositiveInfinity(seconds) ? long.MaxValue : checked(Machine.Now + (long)picoseconds);
    }

    /// <summary>The first look of the supervisor from a moment on.</summary>
    private long Checked(double seconds)
    {
        long moment = Moment(seconds);
        long interval = _system.CheckInterval.Picoseconds;
        if (interval == 0 || moment == long.MaxValue)
            return moment;
        long late = (long)((Machine.Clock.Origin + moment) % interval);
        return late == 0 ? moment : checked(moment + interval - late);
    }

    private void Schedule(long moment)
    {
        // An event that comes too early only looks again. That is cheaper than to move it with each change of power.
        if (moment == long.MaxValue || (_pending != Nothing && _pending <= moment))
            return;
        CancelPending();
        _pending = moment;
        Machine.Scheduler.Schedule(moment, EventPriority.Supply, _event);
    }

    private void CancelPending()
    {
        if (_pending != Nothing)
            Machine.Scheduler.Cancel(_event);
        _pending = Nothing;
    }

    private void Look()
    {
        (_pending, _isStale) = (Nothing, true);
        if (_hasEnded)
            return;
        Machine.Settling?.Invoke();
        Machine.Grid.Meter.MoveTo(Machine.Now);
        while (_stepEnd <= Machine.Now)
        {
            _chain.NextStep();
            _stepEnd = _chain.StepLength == SimTime.MaxValue ? long.MaxValue : checked(_stepEnd + _chain.StepLength.Picoseconds);
        }

        Judge(_chain.Volts(Load, IsOn));
        Machine.RebaseWhenLong();
    }

    private void Judge(double volts)
    {
        bool looks = _system.CheckInterval == SimTime.Zero || Machine.Clock.Elapsed % _system.CheckInterval.Picoseconds == 0;
        _chain.Settle(volts, Load, IsOn);
        FollowRail();
        if (IsOn && (HasFallen(volts, Dropout) || (looks && HasFallen(volts, _system.OffVolts))))
            BrownOut();
        else if (IsOn && looks && _system.WarningVolts is { } warning)
            Watch(volts, warning);
        else if (!IsOn && looks && volts >= _system.OnVolts * (1 - Reached))
            Restore();
    }

    private void FollowRail()
    {
        if (_chain.Rail is { } rail && rail.Scale != Machine.Grid.Scale)
            Machine.Grid.Rescale(rail.Scale);
    }

    private void Watch(double volts, double warning)
    {
        if (IsLow && volts >= warning * (1 + Hysteresis))
        {
            IsLow = false;
        }
        else if (!IsLow && HasFallen(volts, warning))
        {
            IsLow = true;
            _counts.Warn();
            Warned?.Invoke();
        }
    }

    private void BrownOut()
    {
        _counts.BrownOut(_hardware.Feed.OpenFrames);
        _empty ??= Machine.Clock.Elapsed;
        GoDark();
    }

    private void GoDark()
    {
        _hardware.Power.Lose();
        Machine.AbortAll();
        foreach (Component component in Machine.Components)
            component.OnSupplyLost();
        Machine.Scheduler.Cancel(_booted);
        Machine.Task = -1;
        Machine.Settle();
        Machine.Grid.Supply(isSupplied: false);
        (IsOn, IsLow, _isStale, _darkSince) = (false, false, true, Machine.Clock.Elapsed);
        AwaitEnd();
    }

    private void Restore()
    {
        Machine.Scheduler.Cancel(_over);
        Machine.Settle();
        Machine.Grid.Supply(isSupplied: true);
        (IsOn, _isStale) = (true, true);
        int open = _hardware.Feed.OpenFrames;
        long before = _hardware.Feed.SkippedFrames;
        _hardware.Frames.SkipMissed();
        _counts.Start(Machine.Clock.Elapsed - _darkSince, _hardware.Feed.SkippedFrames - before - open);
        foreach (Component component in Machine.Components)
            component.OnSupplyFound();
        if (!_hardware.Power.Wake(ComponentSet.All, task: -1, _wokenUp))
            Boot();
    }

    private void Boot() => Machine.Scheduler.Schedule(
        checked(Machine.Now + _system.Boot.Picoseconds), EventPriority.Master, _booted);

    private void AwaitEnd()
    {
        if (_hardware.Frames.TimeToEnd is { } left)
            Machine.Scheduler.Schedule(
                checked(Machine.Now + (long)Int128.Clamp(left, 0, (Int128)LongestWait)), EventPriority.Supply, _over);
    }

    private void EndInDark()
    {
        if (_hardware.Frames.TimeToEnd > 0)
        {
            AwaitEnd();
            return;
        }

        int open = _hardware.Feed.OpenFrames;
        long before = _hardware.Feed.SkippedFrames;
        _hardware.Frames.Close();
        _counts.Miss(_hardware.Feed.SkippedFrames - before - open);
        End();
        Over?.Invoke();
    }

    /// <summary>The end of the storage: as it happened where nothing charges it, or at the mean power of the run.</summary>
    private double LifeOf(double seconds)
    {
        if (_system.Source is null && _empty is { } empty)
            return (double)empty * 1e-12;
        SupplyFlows flows = _chain.Flows;
        double net = seconds > 0 ? (flows.Charged - flows.Drawn - flows.Quiescent) / seconds : 0;
        return seconds + _chain.SecondsUntil(_system.OffVolts, net);
    }
}
