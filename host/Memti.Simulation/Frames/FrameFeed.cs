using System.Collections.ObjectModel;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Frames;

/// <summary>Delivers the frames with work on time, and checks their deadlines.</summary>
internal sealed class FrameFeed : WorkloadFeed
{
    private const int Completed = 0;
    private const int Late = 1;
    private const int Skipped = 2;
    private const int Empty = 3;
    private const int BusyTime = 4;
    private const int Lateness = 5;
    private const int Sums = 6;

    private readonly Workload _workload;
    private readonly RunClock _clock;
    private readonly FrameClock _frames;
    private readonly TaskOrder _order;
    private readonly WorkPattern _work;
    private readonly Tally _tally;
    private readonly LatenessHistogram _lateness = new();
    private readonly int _counts;
    private int _deployments;
    private long _nextWithWork;
    private Int128 _nextStart;
    private Int128 _slotEnd;
    private Int128 _delivered;
    private bool _arrives;
    private long _next;
    private long _current = -1;
    private bool _isOpen;

    public FrameFeed(Workload workload, RunClock clock, TaskOrder order, Tally tally)
    {
        (_workload, _clock, _order, _tally) = (workload, clock, order, tally);
        _frames = new(workload.FrameRate);
        _work = new(workload.Pattern);
        _counts = tally.Reserve(Sums);
        // Without deadlines only the order of tasks repeats; with them also the rounding of frame starts.
        Basis = workload.FreeRunning ? order.Length : FrameClock.Multiple(_frames.Period, order.Length);
        MoveTo(0);
    }

    /// <summary>Number of frames after which starts and tasks repeat.</summary>
    public override long Basis { get; }

    /// <summary>Index of the next frame.</summary>
    public override long Next => _next;

    /// <summary>Index of the last frame that was delivered; -1 before the first.</summary>
    public override long Current => _current;

    /// <summary>True from the delivery of a frame to its completion.</summary>
    public override bool IsOpen => _isOpen;

    public override bool IsOver => Next >= _workload.Frames;

    public override int UndeliveredDeployments => _workload.Deployments.Count - _deployments;

    /// <inheritdoc />
    public override bool HasWork(long frame) => _work.From(frame) == frame;

    private ReadOnlyCollection<int> TasksOf(long frame) => _order.Of(frame);

    /// <summary>Nominal start of a frame in picoseconds since the start of the run; null for frames back to back.</summary>
    private Int128? StartOf(long frame) => _workload.FreeRunning ? null : _frames.StartOf(frame);

    public override ReadOnlyCollection<int> NextTasks => _order.Of(Coming);

    /// <summary>Time to the start of the next frame with work, or to the end of the workload.</summary>
    public override long TimeToNext => _workload.FreeRunning ? 0 : TimeTo(Math.Min(Coming, _workload.Frames));

    /// <summary>Time to the end of the workload; null for frames back to back.</summary>
    public override Int128? TimeToEnd => StartOf(_workload.Frames) - _clock.Elapsed;

    /// <summary>Frames that were skipped so far.</summary>
    public override long SkippedFrames => (long)_tally[_counts + Skipped];

    /// <summary>False for frames that come when the one before is completed.</summary>
    public override bool HasDeadlines => !_workload.FreeRunning;

    /// <summary>Time to the end of the slot of <see cref="Next"/>; null for a workload without deadlines.</summary>
    public override long? TimeToSlotEnd => HasDeadlines ? (long)Int128.Max(0, _slotEnd - _clock.Elapsed) : null;

    /// <summary>Present time relative to the nominal start of the next frame, in picoseconds.</summary>
    private long Phase => _workload.FreeRunning ? 0 : (long)(_clock.Elapsed - _nextStart);

    /// <summary>The next deliverable frame: it has work, and its slot has not passed. May lie beyond the workload.</summary>
    private long Coming => MissedSlot ? _work.From(_frames.At(_clock.Elapsed)) : _nextWithWork;

    private bool MissedSlot => !_workload.FreeRunning && !IsOver && _slotEnd <= _clock.Elapsed;

    public override double MeanBusySeconds => (double)_tally[_counts + BusyTime] / Math.Max(1, (double)_tally[_counts + Completed]) * 1e-12;

    /// <inheritdoc />
    public override void StartFrom(long frame)
    {
        if (frame > Next)
            MoveTo(frame);
    }

    /// <summary>Skips frames without work and frames whose whole slot has passed. Drops the current frame if it was never
    /// completed.</summary>
    public override void SkipMissed()
    {
        if (IsOpen)
            _tally.Add(_counts + Skipped, 1);
        _isOpen = false;
        long next = Math.Min(Coming, _workload.Frames);
        if (next <= Next)
            return;
        long missed = _work.Between(Next, next);
        _tally.Add(_counts + Skipped, missed);
        _tally.Add(_counts + Empty, next - Next - missed);
        MoveTo(next);
    }

    public override Frame Deliver()
    {
        (_current, _delivered, _isOpen, _arrives) = (Next, _clock.Elapsed, true, true);
        MoveTo(Next + 1);
        Deployment? deployment = TakeDeployment();
        return new(Current, _order.Of(Current), deployment is { IsShared: false } own ? own.Task : -1)
        {
            SharedDeployed = deployment is { IsShared: true }
        };
    }

    /// <summary>The tasks of the current frame on the first call, null afterwards: its pixels arrive once.</summary>
    public override ReadOnlyCollection<int>? TakeArrival()
    {
        if (!_arrives)
            return null;
        _arrives = false;
        return _order.Of(Current);
    }

    public override bool Complete()
    {
        if (!IsOpen)
            return false;
        _isOpen = false;
        _tally.Add(_counts + Completed, 1);
        long busy = (long)(_clock.Elapsed - _delivered);
        _tally.Add(_counts + BusyTime, busy);
        CountBusy(busy);
        // The deadline of an open frame is the start of the next one.
        if (!_workload.FreeRunning)
            CountLateness(_clock.Elapsed - _nextStart);
        return true;
    }

    /// <summary>Number of frames before the next special one: a frame with a deployment, or the last frame.</summary>
    public override long Jumpable
    {
        get
        {
            long last = _workload.Frames - 1;
            return Math.Max(0, (UndeliveredDeployments > 0 ? Math.Min(last, _workload.Deployments[_deployments].Frame) : last) - Next);
        }
    }

    /// <inheritdoc />
    public override long? TakePoint() => Next;

    /// <inheritdoc />
    public override int StateLength => 2;

    /// <inheritdoc />
    public override long Stepped(long skipped) => Next - skipped;

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        state.Write(Phase);
        state.Write(IsOpen ? 1 : 0);
    }

    /// <inheritdoc />
    public override FrameRecord Record(long frame, Int128 now) =>
        new(frame, StartOf(frame) ?? now, StartOf(frame + 1), TasksOf(frame));

    /// <summary>Marks the start of a period.</summary>
    public override void Mark() => _lateness.Mark();

    /// <summary>Skips whole periods since the mark.</summary>
    public override void Jump(long frames, long periods)
    {
        MoveTo(Next + frames);
        _lateness.Repeat(periods);
    }

    public override FrameCounts Counts()
    {
        long late = (long)_tally[_counts + Late];
        return new()
        {
            Total = _workload.Frames,
            Completed = (long)_tally[_counts + Completed],
            Late = late,
            Skipped = (long)_tally[_counts + Skipped],
            Empty = (long)_tally[_counts + Empty],
            MeanLateness = SimTime.FromPicoseconds((long)(_tally[_counts + Lateness] / Math.Max(1, late))),
            Lateness95 = SimTime.FromPicoseconds(_lateness.Percentile(95)),
            Lateness99 = SimTime.FromPicoseconds(_lateness.Percentile(99)),
            WorstLateness = SimTime.FromPicoseconds(_lateness.Percentile(100)),
        };
    }

    /// <summary>Makes a frame the next one. Its slot is looked at many times per frame, so its bounds are computed here once.</summary>
    private void MoveTo(long frame)
    {
        (_nextStart, _slotEnd) = (frame == Next + 1 ? _slotEnd : _frames.StartOf(frame), _frames.StartOf(frame + 1));
        (_next, _nextWithWork) = (frame, _work.From(frame));
    }

    private long TimeTo(long frame) => (long)Int128.Max(0, (frame == Next ? _nextStart : _frames.StartOf(frame)) - _clock.Elapsed);

    private void CountLateness(Int128 lateness)
    {
        if (lateness <= 0)
            return;
        _tally.Add(_counts + Late, 1);
        _tally.Add(_counts + Lateness, lateness);
        _lateness.Add((long)lateness);
    }

    private Deployment? TakeDeployment()
    {
        if (UndeliveredDeployments == 0 || _workload.Deployments[_deployments].Frame > Current)
            return null;
        return _workload.Deployments[_deployments++];
    }
}
