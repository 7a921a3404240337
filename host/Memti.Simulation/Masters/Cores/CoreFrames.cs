using Memti.Abstractions.Firmware;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Frames;
using Memti.Simulation.Devices.FrameSources;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Masters.Cores;

/// <summary>
/// Frames as a core sees them: hardware delivers each at its start, when none is open. After a late completion the next frame waits, and is
/// delivered when firmware takes it.
/// </summary>
internal sealed class CoreFrames : IFrameSource
{
    private readonly Hardware _hardware;
    private readonly int _start;
    private readonly Action<bool> _setInterrupt;
    private readonly Action _over;
    private readonly Action _skipped;
    private Frame? _frame;
    private bool _isTaken;
    private bool _waitsLate;

    /// <param name="hardware">The hardware.</param>
    /// <param name="setInterrupt">Drives the interrupt line.</param>
    /// <param name="over">Runs once, at the end of the workload.</param>
    /// <param name="skipped">Runs when the slot of a frame passes that nobody took.</param>
    public CoreFrames(Hardware hardware, Action<bool> setInterrupt, Action over, Action skipped)
    {
        (_hardware, _setInterrupt, _over, _skipped) = (hardware, setInterrupt, over, skipped);
        _start = Machine.Scheduler.Register(Start);
    }

    /// <inheritdoc />
    public bool IsWaiting => _waitsLate || (_frame is not null && !_isTaken);

    /// <inheritdoc />
    public bool IsOpen => _isTaken;

    /// <inheritdoc />
    public bool IsOver { get; private set; }

    /// <inheritdoc />
    public long Index => Source.Last;

    /// <inheritdoc />
    public IReadOnlyList<int> Tasks => _isTaken ? _frame!.Value.Tasks : [];

    /// <inheritdoc />
    public int Deployed => _isTaken ? _frame!.Value.Deployed : -1;

    /// <inheritdoc />
    public bool SharedDeployed => _isTaken && _frame!.Value.SharedDeployed;

    /// <inheritdoc />
    public long ToNext => IsWaiting ? 0 : Source.TimeToNext;

    /// <inheritdoc />
    public int NextTask => IsWaiting && !_waitsLate ? _frame!.Value.Tasks[0] : Source.NextTasks[0];

    private Machine Machine => _hardware.Machine;

    private FrameSource Source => _hardware.Frames;

    /// <summary>The run begins: the first frame comes at its start.</summary>
    public void Begin() => Await();

    /// <summary>The supply is lost: the frame under way too.</summary>
    public void OnSupplyLost()
    {
        Machine.Scheduler.Cancel(_start);
        (_frame, _isTaken, _waitsLate) = (null, false, false);
        _setInterrupt(false);
    }

    /// <inheritdoc />
    public void Take()
    {
        if (_waitsLate)
            Deliver();
        // A frame that waited late may have been the last one.
        if (_frame is null || _isTaken)
            return;
        _isTaken = true;
        _setInterrupt(IsWaiting);
    }

    /// <inheritdoc />
    public void Complete()
    {
        if (!_isTaken)
            return;
        Source.Complete();
        (_frame, _isTaken) = (null, false);
        Source.SkipMissed();
        if (Source.TimeToNext > 0)
            Await();
        else if (_hardware.Feed.IsOver)
            End();
        else
            WaitLate();
    }

    /// <summary>The start of the next frame has passed already. It waits, until its own slot has passed.</summary>
    private void WaitLate()
    {
        _waitsLate = true;
        _setInterrupt(true);
        if (_hardware.Feed.TimeToSlotEnd is { } left)
            Schedule(left);
    }

    private void Await() => Schedule(Source.TimeToNext);

    private void Schedule(long picoseconds)
    {
        // One start is pending at a time.
        Machine.Scheduler.Cancel(_start);
        Machine.Scheduler.Schedule(checked(Machine.Now + picoseconds), EventPriority.Device, _start);
    }

    private void Start()
    {
        // While a frame is open the next one is looked at when it is completed.
        if (_isTaken)
            return;
        if (IsWaiting)
            _skipped();
        Deliver();
    }

    /// <summary>Delivers the frame that is due: those before it are skipped.</summary>
    private void Deliver()
    {
        (_frame, _waitsLate) = (null, false);
        Source.SkipMissed();
        if (!_hardware.Feed.IsOver && Source.TimeToNext > 0)
        {
            Lower();
            return;
        }

        _frame = Source.Take();
        if (_frame is null)
        {
            End();
            return;
        }

        _setInterrupt(true);
        AwaitNext();
    }

    /// <summary>The frame that waited is gone, and the next one has not begun.</summary>
    private void Lower()
    {
        _setInterrupt(false);
        Await();
    }

    /// <summary>At the start of the next frame the present one is skipped, unless it was taken.</summary>
    private void AwaitNext()
    {
        if (_hardware.Feed.HasDeadlines)
            Await();
    }

    private void End()
    {
        IsOver = true;
        _setInterrupt(false);
        _over();
    }
}
