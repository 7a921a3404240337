using System.Collections.ObjectModel;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Kernel;
using Memti.Simulation.Streams;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Frames;

/// <summary>Frames of streams: they arrive by their laws and wait until a master takes them, or their stream drops them.</summary>
internal sealed class StreamFeed : WorkloadFeed
{
    private const long LongestWait = 1_000_000_000_000_000_000;

    private readonly StreamPlan _plan;
    private readonly RunClock _clock;
    private readonly ArrivalSource[] _arrivals;
    private readonly List<StreamJob>[] _waiting;
    private readonly StreamJob?[] _newest;
    private readonly StreamJob?[] _running;
    private readonly StreamCounts[] _counts;
    private readonly ReadOnlyCollection<int>[] _tasks;
    private readonly int[] _order;
    private readonly int[][] _triggers;
    private readonly Hyperperiod? _period;
    private readonly LatenessHistogram _lateness = new();
    private readonly Tally _tally;
    private readonly int _sums;
    private StreamJob? _current;
    private Int128 _nextArrival;
    private Int128 _hyperperiod = -1;
    private long _delivered;
    private long _stepped;
    private bool _arrives;
    private bool _hasEnded;

    /// <summary>Creates the frames of a plan.</summary>
    /// <param name="plan">The streams.</param>
    /// <param name="clock">Time.</param>
    /// <param name="tally">The sums of the run.</param>
    /// <param name="accelerators">Number of accelerators.</param>
    public StreamFeed(StreamPlan plan, RunClock clock, Tally tally, int accelerators)
    {
        (_plan, _clock, _tally, _sums) = (plan, clock, tally, tally.Reserve(2));
        IReadOnlyList<StreamSpec> streams = plan.Streams;
        _arrivals = [.. streams.Select(stream => ArrivalSource.Of(stream, plan.Duration))];
        _waiting = [.. streams.Select(static _ => new List<StreamJob>())];
        _newest = new StreamJob?[streams.Count];
        _running = new StreamJob?[accelerators];
        _counts = [.. streams.Select(stream => new StreamCounts(stream, plan.Score, tally, accelerators))];
        _tasks = [.. streams.Select(static stream => Array.AsReadOnly([stream.Task]))];
        _order = OrderOf(streams);
        _triggers = [.. streams.Select((_, by) => TriggeredBy(streams, by))];
        _period = Hyperperiod.Of(plan);
        FindNext();
    }

    /// <summary>Tells a listener of a frame: what happened, and to which.</summary>
    public Action<FrameRecord, FrameStep>? Told { get; set; }

    /// <summary>True for a master that drops and completes frames by rules of its own.</summary>
    public bool IsManual { get; set; }

    /// <summary>False when no state of the run ever comes again.</summary>
    public bool Recurs => _period is not null;

    /// <summary>Moment of the next arrival; <see cref="Int128.MaxValue"/> when none comes by itself.</summary>
    public Int128 NextArrival => _nextArrival;

    /// <summary>End of the time in which frames arrive.</summary>
    public Int128 Duration => _plan.Duration;

    /// <summary>True when no frame arrives any more by itself, and none is under way.</summary>
    public bool IsFinished => _hasEnded || (_nextArrival == Int128.MaxValue && !IsOpen && _clock.Elapsed >= _plan.Duration);

    /// <inheritdoc />
    public override long Basis => _period?.AllFrames ?? 1;

    /// <inheritdoc />
    public override long Next => _counts.Sum(static counts => counts.Arrived);

    /// <inheritdoc />
    public override long Current => _delivered - 1;

    /// <inheritdoc />
    public override bool IsOpen => Array.Exists(_running, static job => job is not null);

    /// <inheritdoc />
    public override int OpenFrames => _running.Count(static job => job is not null);

    /// <inheritdoc />
    public override double MeanBusySeconds =>
        (double)_tally[_sums] / Math.Max(1, _counts.Sum(static counts => counts.Done)) * 1e-12;

    /// <inheritdoc />
    public override bool IsOver => _hasEnded || (_nextArrival == Int128.MaxValue && BestReady() < 0 && !IsOpen);

    /// <inheritdoc />
    public override int UndeliveredDeployments => 0;

    /// <inheritdoc />
    public override ReadOnlyCollection<int> NextTasks => _tasks[ComingStream()];

    /// <inheritdoc />
    public override long TimeToNext
    {
        get
        {
            Advance();
            if (BestReady() >= 0)
                return 0;
            Int128 next = _nextArrival == Int128.MaxValue ? _plan.Duration : _nextArrival;
            // A longer wait is several: times of events fit 106 days.
            return (long)Int128.Clamp(next - _clock.Elapsed, 0, LongestWait);
        }
    }

    /// <inheritdoc />
    public override Int128? TimeToEnd => _plan.Duration - _clock.Elapsed;

    /// <inheritdoc />
    public override long SkippedFrames => _counts.Sum(static counts => counts.Dropped);

    // Frames of streams have deadlines of their own: a master needs no slot to pass.
    /// <inheritdoc />
    public override bool HasDeadlines => false;

    /// <inheritdoc />
    public override long? TimeToSlotEnd => null;

    /// <inheritdoc />
    public override long? TakePoint()
    {
        if (_period is null)
            return Next;
        Int128 present = _clock.Elapsed / _period.Picoseconds;
        if (present == _hyperperiod)
            return null;
        _hyperperiod = present;
        return (long)present * _period.AllFrames;
    }

    /// <inheritdoc />
    public override long Jumpable
    {
        get
        {
            // The last two hyperperiods are stepped: with an offset, the last frames of a stream end within them.
            Int128 whole = _plan.Duration / _period!.Picoseconds;
            return (long)Int128.Max(0, whole - 2 - _hyperperiod) * _period.AllFrames;
        }
    }

    /// <inheritdoc />
    public override bool TellsItself => true;

    /// <inheritdoc />
    public override bool IsJumpable => Array.TrueForAll(_waiting, static jobs => jobs.Count <= StreamState.MostWaiting);

    /// <inheritdoc />
    public override int StateLength =>
        1 + (2 * _running.Length) + _plan.Streams.Sum(static stream => StreamState.LengthOf(stream.Needs.Count));

    /// <summary>Number of frames of a stream that wait.</summary>
    public int Waiting(int stream)
    {
        Advance();
        return _waiting[stream].Count;
    }

    /// <summary>A waiting frame of a stream.</summary>
    public StreamJob Peek(int stream, int place) => _waiting[stream][place];

    /// <summary>The frame that is under way on an accelerator; null for none.</summary>
    public StreamJob? RunningOn(int accelerator) => _running[accelerator];

    /// <summary>Number of frames of a stream that are done.</summary>
    public long Done(int stream) => _counts[stream].Done;

    /// <summary>True while frames of a stream may still be due.</summary>
    public bool HasMore(int stream) => _arrivals[stream].Next != Int128.MaxValue || _clock.Elapsed < _arrivals[stream].LastDue;

    /// <summary>How the frames stand that a frame needs.</summary>
    public static StreamNeeds NeedsOf(StreamJob job)
    {
        StreamNeeds stand = StreamNeeds.Met;
        foreach (StreamJob? need in job.Needs)
        {
            if (need is { State: StreamJobState.Dropped })
                return StreamNeeds.Lost;
            if (need is { State: StreamJobState.Waiting or StreamJobState.Running })
                stand = StreamNeeds.Open;
        }

        return stand;
    }

    /// <summary>Lets arrive what is due, and drops what the streams drop.</summary>
    public void Advance()
    {
        while (_nextArrival <= _clock.Elapsed)
        {
            Int128 moment = _nextArrival;
            // A frame may need one that arrives at the same moment: that one comes first.
            foreach (int stream in _order)
            {
                if (_arrivals[stream].Next != moment)
                    continue;
                Arrive(stream, moment);
                _arrivals[stream].Take();
            }

            FindNext();
        }

        if (!IsManual)
            DropMissed();
    }

    /// <summary>The oldest waiting frame of a stream is under way from now on.</summary>
    public StreamJob Begin(int stream, int accelerator)
    {
        StreamJob job = _waiting[stream][0];
        _waiting[stream].RemoveAt(0);
        (job.State, job.Started, job.Accelerator) = (StreamJobState.Running, _clock.Elapsed, accelerator);
        _running[accelerator] = job;
        _delivered++;
        Told?.Invoke(RecordOf(job), FrameStep.Delivered);
        return job;
    }

    /// <summary>The frame on an accelerator is done.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="at">When, in picoseconds since the start of the run.</param>
    /// <returns>False when none is under way there.</returns>
    public bool Complete(int accelerator, Int128 at)
    {
        if (_running[accelerator] is not { } job)
            return false;
        _running[accelerator] = null;
        job.State = StreamJobState.Done;
        Int128? lateness = job.Deadline == Int128.MaxValue ? null : at - job.Deadline;
        _counts[job.Stream].Complete(accelerator, (long)Int128.Max(0, at - job.Arrived), lateness);
        long busy = (long)Int128.Max(0, at - job.Started);
        _tally.Add(_sums, busy);
        CountBusy(busy);
        if (lateness is { } late && late > 0)
        {
            _lateness.Add((long)late);
            _tally.Add(_sums + 1, late);
        }

        Told?.Invoke(RecordOf(job) with { Completed = at }, FrameStep.Completed);
        foreach (int triggered in _triggers[job.Stream])
            Trigger(triggered);
        return true;
    }

    /// <summary>Drops the oldest waiting frame of a stream.</summary>
    public void Drop(int stream)
    {
        StreamJob job = _waiting[stream][0];
        _waiting[stream].RemoveAt(0);
        Lose(job);
    }

    /// <summary>Ends the run: what waits or is under way is neither done nor dropped.</summary>
    public void End()
    {
        _hasEnded = true;
        Array.Clear(_running);
        foreach (List<StreamJob> jobs in _waiting)
            jobs.Clear();
    }

    /// <inheritdoc />
    public override void StartFrom(long frame)
    {
        foreach (ArrivalSource source in _arrivals)
        {
            while (source.Next < _clock.Elapsed)
                source.Take();
        }

        FindNext();
    }

    /// <inheritdoc />
    public override void SkipMissed()
    {
        for (int accelerator = 0; accelerator < _running.Length; accelerator++)
        {
            if (_running[accelerator] is { } job)
                Lose(job);
            _running[accelerator] = null;
        }

        Advance();
    }

    /// <inheritdoc />
    public override void Close()
    {
        for (int stream = 0; stream < _waiting.Length; stream++)
        {
            while (_waiting[stream].Count > 0)
                Drop(stream);
        }
    }

    /// <inheritdoc />
    public override Frame Deliver()
    {
        _current = Begin(BestReady(), accelerator: 0);
        _arrives = true;
        return new(Current, _tasks[_current.Stream]) { Stream = _current.Stream };
    }

    /// <inheritdoc />
    public override ReadOnlyCollection<int>? TakeArrival()
    {
        if (!_arrives)
            return null;
        _arrives = false;
        return _tasks[_current!.Stream];
    }

    /// <inheritdoc />
    public override bool Complete() => Complete(accelerator: 0, _clock.Elapsed);

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        Int128 origin = _hyperperiod * _period!.Picoseconds;
        StreamState stand = new(origin);
        state.Write((long)(_clock.Elapsed - origin));
        foreach (StreamJob? job in _running)
        {
            state.Write(job?.Stream ?? -1);
            state.Write(stand.StandOf(job));
        }

        for (int stream = 0; stream < _waiting.Length; stream++)
        {
            // Number and count of a stream that nothing repeats differ from period to period, and nothing depends on them.
            bool isPeriodic = _period.Frames[stream] > 0;
            long next = isPeriodic ? (long)(_arrivals[stream].Number - (_hyperperiod * _period.Frames[stream])) : 0;
            long owed = IsManual ? _arrivals[stream].Number - Done(stream) : 0;
            stand.Write(ref state, next, owed, _newest[stream], _waiting[stream], _plan.Streams[stream].Needs.Count);
        }
    }

    /// <inheritdoc />
    public override void Mark()
    {
        _lateness.Mark();
        foreach (StreamCounts counts in _counts)
            counts.Mark();
    }

    /// <inheritdoc />
    public override void Jump(long frames, long periods)
    {
        Int128 hyperperiods = frames / _period!.AllFrames;
        Int128 time = hyperperiods * _period.Picoseconds;
        _hyperperiod += hyperperiods;
        _lateness.Repeat(periods);
        for (int stream = 0; stream < _waiting.Length; stream++)
        {
            _counts[stream].Repeat(periods);
            _arrivals[stream].Skip((long)(hyperperiods * _period.Frames[stream]));
        }

        foreach (StreamJob job in Alive())
            job.Shift(time, (long)(hyperperiods * _period.Frames[job.Stream]));
        FindNext();
    }

    /// <inheritdoc />
    public override FrameCounts Counts()
    {
        long late = _counts.Sum(static counts => counts.Late);
        return new()
        {
            Total = Next,
            Completed = _counts.Sum(static counts => counts.Done),
            Late = late,
            Skipped = SkippedFrames,
            Empty = 0,
            MeanLateness = Time(_tally[_sums + 1] / Math.Max(1, late)),
            Lateness95 = Time(_lateness.Percentile(95)),
            Lateness99 = Time(_lateness.Percentile(99)),
            WorstLateness = Time(_lateness.Percentile(100)),
        };
    }

    /// <summary>What became of each stream.</summary>
    /// <param name="joules">Energy of one inference, by task and accelerator.</param>
    public IReadOnlyList<StreamResult> Results(Func<int, int, double> joules) =>
        [.. _counts.Select((counts, stream) => counts.Result(accelerator => joules(_plan.Streams[stream].Task, accelerator)))];

    /// <inheritdoc />
    public override FrameRecord Record(long frame, Int128 now) => RecordOf(_current!);

    /// <inheritdoc />
    public override long Stepped(long skipped) => _stepped;

    /// <summary>Streams such that what a stream needs comes before it.</summary>
    private static int[] OrderOf(IReadOnlyList<StreamSpec> streams)
    {
        List<int> order = [];
        while (order.Count < streams.Count)
        {
            int next = Enumerable.Range(0, streams.Count)
                .First(stream => !order.Contains(stream) && streams[stream].Needs.All(order.Contains));
            order.Add(next);
        }

        return [.. order];
    }

    private static int[] TriggeredBy(IReadOnlyList<StreamSpec> streams, int by) =>
    [
        .. Enumerable.Range(0, streams.Count)
            .Where(stream => streams[stream].Arrivals is { Law: ArrivalLaw.Triggered } law && law.By == by),
    ];

    private IEnumerable<StreamJob> Alive() => _waiting
        .SelectMany(static jobs => jobs)
        .Concat(_running.OfType<StreamJob>())
        .Concat(_newest.OfType<StreamJob>().Where(static job => job.State is StreamJobState.Done or StreamJobState.Dropped))
        .Distinct();

    private void FindNext()
    {
        _nextArrival = Int128.MaxValue;
        foreach (ArrivalSource source in _arrivals)
            _nextArrival = Int128.Min(_nextArrival, source.Next);
    }

    private void Trigger(int stream)
    {
        if (_clock.Elapsed >= _plan.Duration || !_arrivals[stream].Trigger())
            return;
        Arrive(stream, _clock.Elapsed);
        _arrivals[stream].Take();
    }

    private void Arrive(int stream, Int128 moment)
    {
        StreamSpec spec = _plan.Streams[stream];
        StreamJob job = new()
        {
            Stream = stream,
            Number = _arrivals[stream].Number,
            Arrived = moment,
            Deadline = spec.Deadline is { } deadline ? moment + deadline : Int128.MaxValue,
            Needs = [.. spec.Needs.Select(need => _newest[need])],
        };
        _newest[stream] = job;
        _counts[stream].Arrive();
        _stepped++;
        bool isFull = spec.Drop is (DropRule.Oldest or DropRule.Newest) && _waiting[stream].Count >= spec.Queue;
        if (isFull && spec.Drop == DropRule.Newest)
        {
            Lose(job);
            return;
        }

        if (isFull)
            Drop(stream);
        _waiting[stream].Add(job);
    }

    /// <summary>Drops frames whose deadline has passed, and those that need a frame which was dropped.</summary>
    private void DropMissed()
    {
        // What a stream needs comes before it in the order, so one pass finds whole chains.
        foreach (int stream in _order)
        {
            List<StreamJob> jobs = _waiting[stream];
            bool dropsLate = _plan.Streams[stream].Drop == DropRule.Late;
            for (int place = jobs.Count - 1; place >= 0; place--)
            {
                StreamJob job = jobs[place];
                if (!(dropsLate && job.Deadline < _clock.Elapsed) && NeedsOf(job) != StreamNeeds.Lost)
                    continue;
                jobs.RemoveAt(place);
                Lose(job);
            }
        }
    }

    private void Lose(StreamJob job)
    {
        job.State = StreamJobState.Dropped;
        _counts[job.Stream].Drop();
        Told?.Invoke(RecordOf(job), FrameStep.Skipped);
    }

    /// <summary>The stream whose oldest frame is the most urgent of those that can be worked on; -1 for none.</summary>
    private int BestReady()
    {
        int best = -1;
        for (int stream = 0; stream < _waiting.Length; stream++)
        {
            if (_waiting[stream].Count > 0
                && NeedsOf(_waiting[stream][0]) == StreamNeeds.Met
                && (best < 0 || IsMoreUrgent(_waiting[stream][0], _waiting[best][0])))
                best = stream;
        }

        return best;
    }

    private bool IsMoreUrgent(StreamJob one, StreamJob other)
    {
        int priority = _plan.Streams[one.Stream].Priority.CompareTo(_plan.Streams[other.Stream].Priority);
        return priority != 0 ? priority > 0
            : one.Deadline != other.Deadline ? one.Deadline < other.Deadline
            : one.Arrived < other.Arrived;
    }

    private int ComingStream()
    {
        Advance();
        int ready = BestReady();
        return ready >= 0 ? ready : Math.Max(0, Array.FindIndex(_arrivals, source => source.Next == _nextArrival));
    }

    private FrameRecord RecordOf(StreamJob job) =>
        new(job.Number, job.Arrived, job.Deadline == Int128.MaxValue ? null : job.Deadline, _tasks[job.Stream])
        {
            Stream = job.Stream,
            Started = job.State == StreamJobState.Waiting ? null : job.Accelerator < 0 ? null : job.Started,
            Accelerator = job.Accelerator,
        };
}
