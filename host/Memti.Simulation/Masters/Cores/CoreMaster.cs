using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Power;
using Memti.Simulation.Masters.Managed;
using Memti.Simulation.Platforms;
using Memti.Simulation.Supplies;

namespace Memti.Simulation.Masters.Cores;

/// <summary>
/// A core that executes firmware. It runs to the time of the machine's next event, and no instruction further; before it reads or writes a
/// device, the machine is brought to its time.
/// </summary>
internal sealed class CoreMaster : Component, IProcessorHost, ICoreLines
{
    /// <summary>Longest stretch without a look at cancellation, in cycles. It does not change what the firmware computes.</summary>
    private const long Stretch = 1 << 20;

    private readonly CoreSystem _system;
    private readonly Platform _platform;
    private readonly CycleClock _clock;
    private readonly CorePower _power;
    private readonly CorePeripherals _peripherals;
    private readonly CoreMemories _memories;
    private readonly CoreAccounts _accounts;
    private readonly IProcessorCore? _core;
    private readonly ComponentSet _wakesWith;
    private readonly CoreFindings _findings;
    private readonly SupplyDevice? _supply;
    private readonly ColdStart? _start;
    private readonly double _activeWatts;
    private bool _isDown;
    private bool _isRising;
    private bool _isExecuting;
    private bool _hasEnded;
    private bool _hasFinished;
    private int? _failure;
    private Int128 _awakeSince;

    /// <summary>Creates the core, its memories and the devices around it, and loads the firmware.</summary>
    /// <param name="platform">The hardware on a bus, with bytes.</param>
    /// <param name="system">The core and its firmware.</param>
    /// <param name="id">Id of the core's component.</param>
    /// <param name="guard">Watches the run.</param>
    /// <param name="supply">The supply; null for one that always has enough.</param>
    /// <param name="start">How the machine is switched on; null for the first time.</param>
    public CoreMaster(Platform platform, CoreSystem system, int id, Guard guard, SupplyDevice? supply, ColdStart? start)
        : base(platform.Hardware.Machine, id)
    {
        (_platform, _system, Guard, _supply, _start) = (platform, system, guard, supply, start);
        ProcessorFigures figures = system.Processor.Figures;
        _activeWatts = figures.PerActiveCycle.Joules * figures.Clock.Hertz;
        _clock = new(figures.Clock);
        _power = new(Hardware, id, supply);
        _memories = new(platform, _clock, Changed);
        _peripherals = new(platform, system, _power, this) { Engine = { Changed = Changed } };
        ComponentSet holders = _memories.Load(system.Executable, start);
        _wakesWith = holders.With(ComponentSet.Of(id));
        _core = system.Processor.CreateCore(this);
        _accounts = new(Machine, id, figures, _core, [.. _memories.All]);
        _findings = new(system.Executable.Symbols);
        if (Machine.Listener is { WantsCalls: true } listener)
            _core.Debug.Observer = new CallTrace(Machine, listener, _clock);
        Debugger = new(platform.Bus, Changed);
        _core.Reset(system.Executable.Entry);
        if (supply is not null)
            (supply.Started, supply.Warned, supply.Over) = (Revive, () => _peripherals.Power.WarnOfSupply(), End);
    }

    public Guard Guard { get; }

    /// <summary>Memories and devices as a debugger reaches them.</summary>
    public DebugPort Debugger { get; }

    public CoreDebug Debug => Core.Debug;

    public CoreCounters Counters => Core.Counters;

    /// <summary>True while the core has power and waits for an interrupt.</summary>
    public bool IsWaiting => !_isDown && Core.IsWaiting;

    /// <summary>True from a power-down of the core to its reset at the wake-up.</summary>
    public bool IsCoreDown => _isDown;

    /// <inheritdoc />
    public IReadOnlyList<CoreMemory> Memories => _memories.Cores;

    /// <inheritdoc />
    public ulong TimerTicks => TickCounter.At(_clock.StartOf(Core.Cycle));

    /// <inheritdoc />
    public override bool IsJumpable => false;

    private IProcessorCore Core => _core!;

    private Hardware Hardware => _platform.Hardware;

    private Int128 Elapsed => Machine.Clock.Elapsed;

    /// <summary>The machine was switched on: the core starts at the entry, or where a debugger has set it.</summary>
    public void Begin()
    {
        if (_start is { } start)
            Await(start);
        _supply?.Begin();
        if (_supply is { IsOn: false })
            return;
        Machine.Listener?.Restarted(Elapsed, Core.Debug.ProgramCounter);
        _peripherals.Frames.Begin();
    }

    /// <inheritdoc />
    public override void OnSupplyLost()
    {
        Tell(isExecuting: false);
        (_isDown, _isRising) = (true, false);
        _memories.Cut(Elapsed);
        _power.Forget();
        _peripherals.OnSupplyLost();
    }

    /// <summary>Power is back and everything is on: the core starts from its reset state.</summary>
    private void Revive()
    {
        Arise();
        _peripherals.Frames.Begin();
    }

    /// <summary>Runs on.</summary>
    /// <param name="isSingle">True for one instruction.</param>
    /// <param name="halt">Stops the run soon.</param>
    /// <exception cref="MemtiException">What the firmware did wrong, with its place.</exception>
    public CoreHalt Advance(bool isSingle, CancellationToken halt)
    {
        try
        {
            CoreHalt reason = Proceed(isSingle, halt);
            Stand();
            return reason;
        }
        catch (MemtiException error) when (!_findings.IsOwn(error))
        {
            // A device found it; who started the device is what a developer asks first.
            throw _findings.At(error, Core.Debug);
        }
    }

    public CoreResult Result() => new()
    {
        Component = Id,
        Instructions = Core.Counters.Instructions,
        ActiveCycles = Core.Counters.ActiveCycles,
        StalledCycles = Core.Counters.StalledCycles,
        Accesses = _accounts.Accesses,
        HasFinished = _hasFinished,
    };

    /// <inheritdoc />
    public CoreAccess Load(ulong address, int bytes)
    {
        CatchUp();
        BusAnswer answer = _platform.Bus.Load(address, bytes);
        Limit();
        return new(answer.Value, _clock.Waits(answer.Latency), answer.IsError);
    }

    /// <inheritdoc />
    public CoreAccess Store(ulong address, int bytes, ulong value)
    {
        CatchUp();
        _memories.Note(address, bytes, Elapsed);
        BusAnswer answer = _platform.Bus.Store(address, bytes, value);
        if (!answer.IsError)
        {
            _memories.Commit();
            _memories.CountStore(address);
            if (Machine.Listener is not null)
                _memories.Tell(Machine, address, bytes);
        }

        Limit();
        return new(0, _clock.Waits(answer.Latency), answer.IsError);
    }

    /// <inheritdoc />
    public void SetInterrupt(int cause, bool active)
    {
        if (_core is not { } core)
            return;
        core.SetInterrupt(cause, active);
        // It may be taken before the next instruction.
        core.Limit = Math.Min(core.Limit, core.Cycle);
    }

    /// <inheritdoc />
    public void WakeSourceChanged() => Rise();

    /// <inheritdoc />
    public void FrameSkipped()
    {
        bool sleeps = _isDown ? !_isRising && _supply is not { IsOn: false } : Core.IsWaiting;
        if (sleeps && !MayWake())
            throw _findings.SleepsForEver(Core.Debug);
    }

    /// <inheritdoc />
    public void EndOfWorkload()
    {
        // The limit on a time awake is longer than many a workload: a loop without an end would pass for firmware that is too slow.
        if (_awakeSince == 0 && !_isDown && !Core.IsWaiting && Hardware.Feed.Counts().Completed == 0)
            throw _findings.NeverWaits(SimTime.FromPicoseconds((long)Elapsed), Core.Debug);
        End();
    }

    /// <inheritdoc />
    public void Finish(int? failure)
    {
        (_failure, _hasFinished) = (failure, failure is null);
        End();
    }

    /// <summary>Power returns at the moment of a cold start.</summary>
    private void Await(ColdStart start)
    {
        Machine.AdvanceTo((long)(start.Time - Machine.Clock.Origin));
        Hardware.Feed.StartFrom(start.Frame);
        Hardware.Frames.SkipMissed();
        Core.SkipTo(Math.Max(Core.Cycle, _clock.FirstFrom(Elapsed)));
        _awakeSince = Elapsed;
    }

    private CoreHalt Proceed(bool isSingle, CancellationToken halt)
    {
        long done = Core.Counters.Instructions;
        while (!_hasEnded)
        {
            if (halt.IsCancellationRequested)
                return CoreHalt.Asked;
            if (_isDown || Core.IsWaiting)
                Sleep();
            else if (isSingle && Core.Counters.Instructions > done)
                return CoreHalt.Stepped;
            else if (Execute(isSingle ? 1 : Stretch) is { } stop)
                return stop;
        }

        return _failure is { } code ? throw _findings.Failed(code, Core.Debug) : CoreHalt.Ended;
    }

    /// <summary>Handles the events up to the core's time and executes instructions up to the next one.</summary>
    private CoreHalt? Execute(long cycles)
    {
        Guard.Check();
        if (!Arrive())
            return null;
        if (Elapsed - _awakeSince > _system.MostAwake.Picoseconds)
            throw _findings.NeverWaits(_system.MostAwake, Core.Debug);
        Tell(isExecuting: true);
        Core.Limit = Math.Min(Core.Cycle + cycles, NextEvent());
        switch (Core.Run())
        {
            case CoreStop.Breakpoint:
                return CoreHalt.Breakpoint;
            case CoreStop.Watchpoint:
                return CoreHalt.Watchpoint;
            case CoreStop.Fault:
                throw _findings.Fault(Core.Debug);
            default:
                return null;
        }
    }

    /// <summary>Handles the events up to the core's time.</summary>
    /// <returns>False when the core does not run afterwards.</returns>
    private bool Arrive()
    {
        Int128 moment = _clock.StartOf(Core.Cycle);
        while (!_hasEnded && Machine.NextEvent != long.MaxValue && Machine.Clock.Origin + Machine.NextEvent <= moment)
            Step();
        if (_hasEnded)
            return false;
        CatchUp();
        return !_isDown && !Core.IsWaiting;
    }

    /// <summary>Brings the machine to the core's time. No event lies between.</summary>
    private void CatchUp()
    {
        Int128 moment = _clock.StartOf(Core.Cycle);
        if (moment > Elapsed)
        {
            Machine.AdvanceTo((long)(moment - Machine.Clock.Origin));
            Guard.TimePassed();
        }
    }

    /// <summary>What the last access changed may come before the present limit.</summary>
    private void Limit() => Core.Limit = Math.Min(Core.Limit, _hasEnded ? Core.Cycle : NextEvent());

    private long NextEvent() =>
        Machine.NextEvent == long.MaxValue ? long.MaxValue : _clock.FirstFrom(Machine.Clock.Origin + Machine.NextEvent);

    /// <summary>Passes the time of a core that waits, or has no power, to the next event.</summary>
    private void Sleep()
    {
        if (!_isDown)
        {
            // Events up to the wait itself may end it.
            if (Arrive() || _hasEnded)
                return;
            if (_peripherals.Power.PowerDown != PowerDownMode.None)
            {
                GoDown();
                return;
            }
        }

        if (Machine.NextEvent == long.MaxValue)
            throw _findings.SleepsForEver(Core.Debug);
        Tell(isExecuting: false);
        Step();
        Core.SkipTo(Math.Max(Core.Cycle, _clock.FirstFrom(Elapsed)));
        _awakeSince = Elapsed;
    }

    private void Step()
    {
        if (Machine.Clock.Origin + Machine.NextEvent > Elapsed)
            Guard.TimePassed();
        Guard.Check();
        Machine.Step();
    }

    private void GoDown()
    {
        bool retains = _peripherals.Power.PowerDown == PowerDownMode.Retaining;
        _peripherals.Power.ClearPowerDown();
        _isDown = true;
        Tell(isExecuting: false);
        _power.PowerDown(retains);
        Rise();
    }

    /// <summary>Wakes a core that is down, when something asks for it that may.</summary>
    private void Rise()
    {
        WakeSources causes = _isDown ? _peripherals.Pending & _peripherals.Power.Enabled : WakeSources.None;
        if (causes == WakeSources.None || _isRising)
            return;
        _isRising = true;
        _peripherals.Power.Cause = causes;
        _power.Wake(_wakesWith, Arise);
    }

    private void Arise()
    {
        (_isDown, _isRising, _awakeSince) = (false, false, Elapsed);
        Restart();
        Core.SkipTo(Math.Max(Core.Cycle, _clock.FirstFrom(Elapsed)));
        _peripherals.DriveAll();
    }

    /// <summary>Brings the machine to the time of a core that stands still, as far as no event lies between.</summary>
    private void Stand()
    {
        if (_isDown || _hasEnded || Core.IsWaiting)
            return;
        Int128 moment = _clock.StartOf(Core.Cycle);
        if (Machine.NextEvent != long.MaxValue)
            moment = Int128.Min(moment, Machine.Clock.Origin + Machine.NextEvent);
        if (moment > Elapsed)
            Machine.AdvanceTo((long)(moment - Machine.Clock.Origin));
    }

    private void Restart()
    {
        Core.Reset(_system.Executable.Entry);
        Machine.Listener?.Restarted(Elapsed, _system.Executable.Entry);
    }

    private void Tell(bool isExecuting)
    {
        if (_isExecuting == isExecuting)
            return;
        _isExecuting = isExecuting;
        Machine.Grid.Work(Id, isExecuting);
        if (_supply is not null)
            _supply.Expected = isExecuting ? _activeWatts : 0;
        Machine.Listener?.Executes(Elapsed, isExecuting);
    }

    /// <summary>True when something that is under way, or a timer, may still wake the core.</summary>
    private bool MayWake()
    {
        bool works = _peripherals.IsBusy || _power.IsWaking;
        if (!_isDown)
            return works || _peripherals.Clint.IsArmed;
        WakeSources enabled = _peripherals.Power.Enabled;
        return enabled.HasFlag(WakeSources.Frame)
            || (enabled.HasFlag(WakeSources.Timer) && _peripherals.Power.IsTimerArmed)
            || (enabled.HasFlag(WakeSources.External) && works);
    }

    private void End()
    {
        _hasEnded = true;
        if (_core is { } core)
            core.Limit = Math.Min(core.Limit, core.Cycle);
    }

    private void Changed(ulong address, long bytes) => _core?.MemoryChanged(address, bytes);
}
