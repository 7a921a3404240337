using System.Runtime.CompilerServices;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Firmware;

/// <summary>
/// The scheduler of XRBench's simulator (Kwon et al., MLSys 2023; repository at commit 89156663). It acts at multiples of the shortest
/// period and at completions, and at an event in this order: streams with a due frame issue one; finished jobs leave; late requests are
/// dropped; the oldest requests start, in alphabetical order of tasks, on the free accelerator with the least latency. Nothing is
/// interrupted. The run ends when every frame was due.
/// </summary>
/// <remarks>
/// The benchmark keeps time in milliseconds of single precision, and a job that ends within 10 us of an event leaves at that event. Both
/// decide ties, so this policy keeps the same clock. A job that starts on an accelerator which has those last microseconds to go starts
/// when they are over. A job that had to wait longer, for its parameters or for a wake-up, is finished when its accelerator is.
/// </remarks>
/// <param name="options">What of its rules may be chosen.</param>
public sealed class XrbenchFirmware(XrbenchOptions options) : IFirmware
{
    private const double PicosecondsPerMillisecond = 1e9;

    private readonly XrbenchOptions _options = options ?? throw new ArgumentNullException(nameof(options));
    private ISystemOnChip _soc = null!;
    private IFrameStreams _queue = null!;
    private int[] _byName = [];
    private int[] _issued = [];
    private float?[] _ends = [];
    private bool[] _isWaitedFor = [];
    private float _tick;
    private float _margin;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ArgumentNullException.ThrowIfNull(soc);
        Begin(soc);
        // After a loss of power it starts where time has come to.
        long ticks = (long)(Milliseconds(soc.Now) / _tick);
        for (float? now = Milliseconds(soc.Now); now is { } moment; now = await Await(Tick(ticks + 1)).ConfigureAwait(false))
        {
            ticks += moment >= Tick(ticks + 1) ? 1 : 0;
            await Act(moment).ConfigureAwait(false);
            if (!IsOver())
                continue;
            _queue.End();
            return;
        }
    }

    // Times of the benchmark are singles; conversions through doubles round once.
    private static float Milliseconds(SimTime time) => (float)(time.Picoseconds / PicosecondsPerMillisecond);

    private static SimTime Moment(float milliseconds) =>
        SimTime.FromPicoseconds((long)Math.Round(milliseconds * PicosecondsPerMillisecond));

    /// <summary>The latency as the benchmark has it: whole cycles of 1 GHz, over a million.</summary>
    private static float Latency(SimTime time) => (float)Math.Round(time.Picoseconds / 1e3) / 1_000_000f;

    private void Begin(ISystemOnChip soc)
    {
        (_soc, _queue) = (soc, StreamsFirmware.QueueOf(soc));
        _queue.IsManual = true;
        IReadOnlyList<StreamDescription> streams = _queue.Streams;
        _byName = [.. Enumerable.Range(0, streams.Count)
            .OrderBy(stream => streams[stream].TaskName, StringComparer.Ordinal)
            .ThenBy(static stream => stream)];
        (_issued, _ends) = (new int[streams.Count], new float?[_queue.Accelerators.Count]);
        _isWaitedFor = new bool[_ends.Length];
        _margin = (float)(_options.MarginUs / 1e3);
        SimTime[] periods = [.. streams.Select(static stream => stream.Period).OfType<SimTime>()];
        // Streams without a period are looked at when a job ends, and each millisecond.
        _tick = periods.Length == 0 ? 1 : Milliseconds(periods.Min());
    }

    private float Tick(long number) => (float)((double)number * _tick);

    private bool IsOver()
    {
        for (int stream = 0; stream < _issued.Length; stream++)
        {
            if (_queue.HasMore(stream) || _issued[stream] < _queue.Waiting(stream))
                return false;
        }

        return true;
    }

    // A pooled state machine continues in the call that completes it: firmware stays on the thread of the run.
    /// <summary>Waits for the next event.</summary>
    /// <param name="tick">The next tick.</param>
    /// <returns>Its moment by the clock of the policy; null at the end of the workload.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<float?> Await(float tick)
    {
        while (true)
        {
            FindEnds();
            float next = tick;
            foreach (float? end in _ends)
                next = Math.Min(next, end ?? next);
            if (_soc.Now >= Moment(next))
                return next;
            if (!await _queue.NextEvent(Moment(next)).ConfigureAwait(false))
                return null;
        }
    }

    /// <summary>Jobs whose end nobody could foretell, and whose accelerator is at rest, have ended now.</summary>
    private void FindEnds()
    {
        for (int accelerator = 0; accelerator < _ends.Length; accelerator++)
        {
            if (!_isWaitedFor[accelerator] || _queue.IsAtWork(accelerator))
                continue;
            (_isWaitedFor[accelerator], _ends[accelerator]) = (false, Milliseconds(_soc.Now));
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Act(float now)
    {
        Issue(now);
        Finish(now);
        DropLate(now);
        while (await StartEach(now).ConfigureAwait(false))
        {
        }
    }

    private void Issue(float now)
    {
        for (int stream = 0; stream < _issued.Length; stream++)
        {
            if (_issued[stream] < _queue.Waiting(stream) && Milliseconds(_queue.Peek(stream, _issued[stream]).Arrived) <= now)
                _issued[stream]++;
        }
    }

    private void Finish(float now)
    {
        for (int accelerator = 0; accelerator < _ends.Length; accelerator++)
        {
            if (_ends[accelerator] is not { } end || now + _margin < end)
                continue;
            _ends[accelerator] = null;
            _queue.Complete(accelerator, Moment(end));
        }
    }

    private void DropLate(float now)
    {
        foreach (int stream in _byName)
        {
            while (_issued[stream] > 0 && (IsLate(stream, now) || IsLost(stream)))
            {
                _queue.Drop(stream);
                _issued[stream]--;
            }
        }
    }

    private bool IsLate(int stream, float now) =>
        _queue.Peek(stream, 0).Deadline is var deadline && deadline != SimTime.MaxValue && Milliseconds(deadline) < now;

    private bool IsLost(int stream) => _options.Dependence == FrameDependence.Frame && _queue.NeedsOf(stream) == StreamNeeds.Lost;

    /// <summary>Starts the oldest request of each stream that can start.</summary>
    /// <returns>True when one was started, so that others are looked at once more.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> StartEach(float now)
    {
        bool starts = false;
        foreach (int stream in _byName)
        {
            if (_issued[stream] == 0 || !HasWhatItNeeds(stream))
                continue;
            int accelerator = StreamsFirmware.FastestFree(_queue, _queue.Streams[stream].Task);
            if (accelerator < 0)
                continue;
            await Start(stream, accelerator, now).ConfigureAwait(false);
            starts = true;
        }

        return starts;
    }

    private bool HasWhatItNeeds(int stream)
    {
        if (_options.Dependence == FrameDependence.Frame)
            return _queue.NeedsOf(stream) == StreamNeeds.Met;
        long number = _queue.Peek(stream, 0).Number;
        return _queue.Streams[stream].Needs.All(need => _queue.Done(need) >= number + 1);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Start(int stream, int accelerator, float now)
    {
        int task = _queue.Streams[stream].Task;
        if (!_soc.IsOn)
            await _soc.Wake().ConfigureAwait(false);
        if (!_soc.IsResident(task))
            await _soc.Load(task).ConfigureAwait(false);
        _issued[stream]--;
        await _queue.Start(stream, accelerator).ConfigureAwait(false);
        // The last microseconds of the job before are in the benchmark's margin; more is a wait that it does not know.
        bool isForetold = Milliseconds(_soc.Now) - now <= (2 * _margin) + 1e-3f;
        (_ends[accelerator], _isWaitedFor[accelerator]) =
            (isForetold ? now + Latency(_queue.LatencyOf(task, accelerator)!.Value) : null, !isForetold);
    }
}
