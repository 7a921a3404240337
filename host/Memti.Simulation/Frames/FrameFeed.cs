using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>Hands out frames in time and holds firmware to their deadlines.</summary>
internal sealed class FrameFeed
{
    private const int Completed = 0;
    private const int Late = 1;
    private const int Skipped = 2;
    private const int BusyTime = 3;

    private readonly Workload _workload;
    private readonly RunClock _clock;
    private readonly FrameClock _frames;
    private readonly TaskOrder _order;
    private readonly Tally _tally;
    private readonly int _counts;
    private int _deployments;
    private Int128 _delivered;
    private bool _isOpen;

    public FrameFeed(Workload workload, RunClock clock, TaskOrder order, Tally tally)
    {
        (_workload, _clock, _order, _tally) = (workload, clock, order, tally);
        _frames = new(workload.FrameRate);
        _counts = tally.Reserve(4);
        Basis = workload.FreeRunning ? order.Length : FrameClock.Multiple(_frames.Period, order.Length);
    }

    /// <summary>Frames after which starts and tasks repeat.</summary>
    public long Basis { get; }

    /// <summary>Index of the next frame.</summary>
    public long Next { get; private set; }

    /// <summary>Index of the last frame that was delivered; -1 before the first.</summary>
    public long Current { get; private set; } = -1;

    public SimTime WorstLateness { get; private set; }

    public long LeastBusy { get; private set; } = long.MaxValue;

    public long MostBusy { get; private set; }

    public bool IsOver => Next >= _workload.Frames;

    public int UndeliveredDeployments => _workload.Deployments.Count - _deployments;

    public int NextTask => _order.Of(Next)[0];

    /// <summary>Time to the start of the next frame, or to the end of the workload.</summary>
    public long TimeToNext => _workload.FreeRunning ? 0 : (long)Int128.Max(0, _frames.StartOf(Next) - _clock.Elapsed);

    /// <summary>Where the moment lies relative to the nominal start of the next frame.</summary>
    public long Phase => _workload.FreeRunning ? 0 : (long)(_clock.Elapsed - _frames.StartOf(Next));

    /// <summary>Passes over frames whose whole slot is gone, and the current one if it was never completed.</summary>
    public void SkipMissed()
    {
        if (_isOpen)
            _tally.Add(_counts + Skipped, 1);
        _isOpen = false;
        if (_workload.FreeRunning || IsOver || _frames.StartOf(Next + 1) > _clock.Elapsed)
            return;
        long latest = Math.Min(_frames.At(_clock.Elapsed), _workload.Frames);
        _tally.Add(_counts + Skipped, latest - Next);
        Next = latest;
    }

    public Frame Deliver()
    {
        (Current, _delivered, _isOpen) = (Next++, _clock.Elapsed, true);
        return new(Current, _order.Of(Current), TakeDeployment());
    }

    public bool Complete()
    {
        if (!_isOpen)
            return false;
        _isOpen = false;
        _tally.Add(_counts + Completed, 1);
        CountBusy((long)(_clock.Elapsed - _delivered));
        if (!_workload.FreeRunning)
            CountLateness(_clock.Elapsed - _frames.StartOf(Current + 1));
        return true;
    }

    /// <summary>Frames that may be jumped before one that is unlike the others: one with a deployment, or the last.</summary>
    public long Jumpable
    {
        get
        {
            long last = _workload.Frames - 1;
            return Math.Max(0, (UndeliveredDeployments > 0 ? Math.Min(last, _workload.Deployments[_deployments].Frame) : last) - Next);
        }
    }

    public void Jump(long frames) => Next += frames;

    public FrameCounts Counts() => new()
    {
        Total = _workload.Frames,
        Completed = (long)_tally[_counts + Completed],
        Late = (long)_tally[_counts + Late],
        Skipped = (long)_tally[_counts + Skipped],
        WorstLateness = WorstLateness,
    };

    public double MeanBusySeconds => (double)_tally[_counts + BusyTime] / Math.Max(1, (double)_tally[_counts + Completed]) * 1e-12;

    private void CountBusy(long busy)
    {
        _tally.Add(_counts + BusyTime, busy);
        LeastBusy = Math.Min(LeastBusy, busy);
        MostBusy = Math.Max(MostBusy, busy);
    }

    private void CountLateness(Int128 lateness)
    {
        if (lateness <= 0)
            return;
        _tally.Add(_counts + Late, 1);
        WorstLateness = SimTime.Max(WorstLateness, SimTime.FromPicoseconds((long)lateness));
    }

    private int TakeDeployment()
    {
        if (UndeliveredDeployments == 0 || _workload.Deployments[_deployments].Frame > Current)
            return -1;
        return _workload.Deployments[_deployments++].Task;
    }
}
