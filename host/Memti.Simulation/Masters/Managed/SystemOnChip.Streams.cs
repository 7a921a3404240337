using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Frames;
using Memti.Simulation.Kernel;
using Memti.Simulation.Streams;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Masters.Managed;

/// <content>Streams, whose inferences go on while firmware does other work.</content>
internal sealed partial class SystemOnChip : IFrameStreams
{
    private StreamFeed? _feed;
    private StreamDescription[] _streams = [];
    private Func<int, bool>? _isRead;
    private Action[] _ended = [];
    private int _event;
    private bool _awaitsEvent;
    private bool _hasHappened;
    private long _latest;
    private long _told;
    private int _accelerator;

    /// <inheritdoc />
    public IFrameStreams? Streams
    {
        get
        {
            Guard.Check();
            return _feed is null ? null : this;
        }
    }

    IReadOnlyList<StreamDescription> IFrameStreams.Streams => _streams;

    /// <inheritdoc />
    public IReadOnlyList<string> Accelerators { get; private set; } = [];

    /// <inheritdoc />
    public bool IsManual
    {
        get => Feed.IsManual;
        set => Feed.IsManual = value;
    }

    private StreamFeed Feed => _feed ?? throw Completion.Illegal("the streams of a workload without streams");

    /// <inheritdoc />
    public int Waiting(int stream)
    {
        RequireStream(stream);
        return Feed.Waiting(stream);
    }

    /// <inheritdoc />
    public StreamFrame Peek(int stream, int place)
    {
        RequireWaiting(stream, place, "a look at");
        StreamJob job = Feed.Peek(stream, place);
        return new(stream, job.Number, InWindow(job.Arrived), InWindow(job.Deadline));
    }

    /// <inheritdoc />
    public StreamNeeds NeedsOf(int stream)
    {
        RequireWaiting(stream, 0, "the needs of");
        return StreamFeed.NeedsOf(Feed.Peek(stream, 0));
    }

    /// <inheritdoc />
    public long Done(int stream)
    {
        RequireStream(stream);
        return Feed.Done(stream);
    }

    /// <inheritdoc />
    public bool HasMore(int stream)
    {
        RequireStream(stream);
        return Feed.HasMore(stream);
    }

    /// <inheritdoc />
    public SimTime? LatencyOf(int task, int accelerator)
    {
        RequireAccelerator(accelerator);
        Require(task, "the latency of");
        return _layout.ProgramOn(task, accelerator) is { } program ? SimTime.FromPicoseconds(program.Inference.Duration) : null;
    }

    /// <inheritdoc />
    public bool IsFree(int accelerator)
    {
        RequireAccelerator(accelerator);
        return Feed.RunningOn(accelerator) is null;
    }

    /// <inheritdoc />
    public bool IsAtWork(int accelerator)
    {
        RequireAccelerator(accelerator);
        return _hardware.Accelerators[accelerator].IsAtWork;
    }

    /// <inheritdoc />
    public ValueTask<bool> NextEvent(SimTime latest)
    {
        Enter();
        Guard.FrameAsked();
        _latest = latest.Picoseconds;
        if (HasEvent())
            return new(TakeEvent());
        _awaitsEvent = true;
        AwaitEvent();
        return _completion.BeginEvent();
    }

    /// <inheritdoc />
    public ValueTask Start(int stream, int accelerator)
    {
        Enter();
        RequireWaiting(stream, 0, "to start");
        RequireAccelerator(accelerator);
        int task = _streams[stream].Task;
        if (!_hardware.Power.IsOn)
            throw Completion.Illegal($"an inference of task '{NameOf(task)}' while the system is down; wake it first");
        if (Feed.RunningOn(accelerator) is not null)
            throw Completion.Illegal($"to start a frame on accelerator '{Accelerators[accelerator]}', which works on another one");
        if (_layout.ProgramOn(task, accelerator) is null)
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', which accelerator '{Accelerators[accelerator]}' cannot run");
        if (!IsReadable(task))
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', whose parameters are not loaded; load it first");
        _accelerator = accelerator;
        Feed.Begin(stream, accelerator);
        return Start(Operation.Begin, task);
    }

    /// <inheritdoc />
    public void Drop(int stream)
    {
        RequireWaiting(stream, 0, "to drop");
        Feed.Drop(stream);
    }

    /// <inheritdoc />
    public void Complete(int accelerator, SimTime at)
    {
        Guard.Check();
        RequireAccelerator(accelerator);
        if (!Feed.IsManual || !Feed.Complete(accelerator, Machine.Clock.Origin + at.Picoseconds))
            throw Completion.Illegal($"to complete a frame on '{Accelerators[accelerator]}', where none is the firmware's to complete");
        _hardware.Frames.NoteCompletion();
    }

    /// <inheritdoc />
    public void End()
    {
        Guard.Check();
        Feed.End();
        foreach (AcceleratorDevice accelerator in _hardware.Accelerators)
            accelerator.Abort();
        _hardware.Frames.EndReached();
    }

    private void ServeStreams(StreamFeed feed)
    {
        _feed = feed;
        Accelerators = [.. _hardware.Accelerators.Select(static accelerator => accelerator.Name)];
        _streams = [.. _hardware.StreamPlan!.Streams.Select(Describe)];
        _event = Machine.Scheduler.Register(Occur);
        _ended = [.. _hardware.Accelerators.Select((_, place) => (Action)(() => InferenceEnded(place)))];
        if (_slots is not null)
            _isRead = slot => Array.Exists(_hardware.Accelerators, one => one.SlotAtWork == slot);
    }

    private StreamDescription Describe(StreamSpec stream) => new(
        stream.Name,
        stream.Task,
        NameOf(stream.Task),
        stream.Priority,
        stream.Arrivals.Law == ArrivalLaw.Periodic ? stream.Arrivals.Rate.Period : null,
        stream.Needs);

    private void AbandonStreams()
    {
        if (_feed is null)
            return;
        Machine.Scheduler.Cancel(_event);
        (_awaitsEvent, _hasHappened, _feed.IsManual) = (false, false, false);
        foreach (AcceleratorDevice accelerator in _hardware.Accelerators)
            accelerator.Abandon();
    }

    /// <summary>The task to which the time of the machine belongs: that of the first accelerator at work; -1 for none.</summary>
    private int TaskAtWork()
    {
        if (_feed is null)
            return -1;
        foreach (AcceleratorDevice accelerator in _hardware.Accelerators)
        {
            if (accelerator.IsAtWork)
                return accelerator.TaskAtWork;
        }

        return -1;
    }

    /// <summary>Picoseconds to the first end of an inference that streams have begun; 0 when none is under way.</summary>
    private long FirstEnd()
    {
        long left = 0;
        if (_feed is null)
            return left;
        foreach (AcceleratorDevice accelerator in _hardware.Accelerators)
        {
            if (accelerator.IsAtWork)
                left = left == 0 ? accelerator.Left : Math.Min(left, accelerator.Left);
        }

        return left;
    }

    private Progress NextOfBegin()
    {
        if (_step > 0)
            return Progress.Done;
        AcceleratorDevice accelerator = _hardware.Accelerators[_accelerator];
        // A policy may count a frame as done a little before its accelerator is at rest.
        if (accelerator.IsAtWork)
            return WaitFor(accelerator.Left);
        ProgramRecipe program = _layout.ProgramOn(_task, _accelerator)!;
        if (Rouse(program.Inference.Needs, out Progress rises))
            return rises;
        _step++;
        long exposed = Background.WorksFor(_task) ? program.Load!.Exposed(Machine.Now - Background.Start) : 0;
        int slot = SlotOf(_task);
        if (Feed.RunningOn(_accelerator) is { } job)
            job.Started = Machine.Clock.Elapsed;
        accelerator.Run(_task, slot, exposed, _ended[_accelerator]);
        _hardware.Frames.Arrive(_task);
        if (slot >= 0)
            _policy!.Touch(slot);
        Machine.Task = TaskAtWork();
        return Progress.Next;
    }

    private void InferenceEnded(int accelerator)
    {
        Machine.Task = TaskAtWork();
        if (!Feed.IsManual && Feed.Complete(accelerator, Machine.Clock.Elapsed))
            _hardware.Frames.NoteCompletion();
        _hasHappened = true;
        // All that ends at this moment ends before firmware hears of it.
        if (_awaitsEvent)
            Machine.Scheduler.Schedule(Machine.Now, EventPriority.Master, _event);
    }

    /// <summary>True when firmware has something to hear: an arrival, an end, its moment, or the end of the workload.</summary>
    private bool HasEvent()
    {
        Feed.Advance();
        return _hasHappened || Feed.Next != _told || Machine.Now >= _latest || IsAtEnd;
    }

    private bool IsAtEnd => Feed.IsFinished && FirstEnd() == 0;

    private bool TakeEvent()
    {
        _hardware.Frames.PassEvent();
        // The moment of the call is over: a jump may have moved it.
        (_hasHappened, _told, _awaitsEvent) = (false, Feed.Next, false);
        if (!IsAtEnd)
            return true;
        _hardware.Frames.EndReached();
        return false;
    }

    private void AwaitEvent()
    {
        Int128 now = Machine.Clock.Elapsed;
        Int128 wait = Int128.Min(Feed.NextArrival - now, _latest - Machine.Now);
        if (Feed.Duration > now)
            wait = Int128.Min(wait, Feed.Duration - now);
        // Longer waits come in parts: times of events fit 106 days.
        long part = (long)Int128.Clamp(wait, 0, RunLimits.LongestStep);
        Machine.Scheduler.Schedule(checked(Machine.Now + part), EventPriority.Master, _event);
    }

    private void Occur()
    {
        // Several reasons to look may come at one moment, and firmware hears of them once.
        if (!_awaitsEvent)
            return;
        Machine.Scheduler.Cancel(_event);
        if (HasEvent())
            _completion.CompleteEvent(TakeEvent());
        else
            AwaitAgain();
    }

    private void AwaitAgain()
    {
        Machine.RebaseWhenLong();
        AwaitEvent();
    }

    private SimTime InWindow(Int128 moment) =>
        moment == Int128.MaxValue ? SimTime.MaxValue : SimTime.FromPicoseconds((long)(moment - Machine.Clock.Origin));

    private void RequireStream(int stream)
    {
        Guard.Check();
        if ((uint)stream >= (uint)_streams.Length)
            throw Completion.Illegal($"stream {stream}; permitted: 0 to {_streams.Length - 1}");
    }

    private void RequireWaiting(int stream, int place, string what)
    {
        RequireStream(stream);
        if ((uint)place >= (uint)Feed.Waiting(stream))
            throw Completion.Illegal($"{what} frame {place} of stream '{_streams[stream].Name}', of which fewer wait");
    }

    private void RequireAccelerator(int accelerator)
    {
        Guard.Check();
        if ((uint)accelerator >= (uint)_hardware.Accelerators.Length)
            throw Completion.Illegal($"accelerator {accelerator}; permitted: 0 to {_hardware.Accelerators.Length - 1}");
    }
}
