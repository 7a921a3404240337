using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <content>Frames, and the jump over whole periods of them.</content>
internal sealed partial class Chip
{
    private long _deliveries;
    private long _events;
    private long _jumped;
    private long _period;
    private Int128 _marked;
    private long _wait;

    /// <inheritdoc />
    public SimTime TimeToNextFrame
    {
        get
        {
            _guard.Check();
            return SimTime.FromPicoseconds(_feed.TimeToNext);
        }
    }

    /// <inheritdoc />
    public int NextTask
    {
        get
        {
            _guard.Check();
            return _feed.NextTasks[0];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<int> NextTasks
    {
        get
        {
            _guard.Check();
            return _feed.NextTasks;
        }
    }

    /// <summary>Index of the last delivered frame; -1 before the first.</summary>
    public long LastFrame => _feed.Current;

    /// <summary>True after firmware has received the end of the workload.</summary>
    public bool IsOver { get; private set; }

    // Firmware memory, phase, shared weights, three numbers of the stream; then a state per domain, a task and an age rank per slot.
    private int StateLength => 6 + _grid.Domains.Length + 2 * _layout.Slots;

    /// <inheritdoc />
    public ValueTask<Frame?> NextFrame()
    {
        Enter();
        // Frames whose slots passed while firmware was busy are counted when it asks for the next one.
        _feed.SkipMissed();
        long wait = _feed.TimeToNext;
        if (wait == 0)
            return new(NextDelivery());
        Schedule(wait, OperationPriority, FrameEvent);
        return _completion.BeginFrame();
    }

    /// <inheritdoc />
    public ValueTask WaitBeforeNextFrame(SimTime lead)
    {
        Enter();
        if (lead < SimTime.Zero)
            throw Completion.Illegal($"to wait until {-lead.Picoseconds} ps after the start of a frame; permitted: before it");
        _wait = _feed.TimeToNext - lead.Picoseconds;
        return _wait > 0 ? Start(Operation.Wait, -1) : default;
    }

    private long NextOfWait() => _step++ > 0 ? Done : _wait;

    /// <inheritdoc />
    public void CompleteFrame()
    {
        Enter();
        if (!_feed.Complete())
            throw Completion.Illegal("to complete a frame that was not begun, or twice");
    }

    private Frame? NextDelivery()
    {
        if (_feed.IsOver)
        {
            IsOver = true;
            return null;
        }

        // Settle before the frame changes: all energy up to this delivery belongs to the frame before.
        _grid.Settle();
        _grid.Ledger.EndFrame(_feed.Current);
        _steady.Pass(_feed.Next);
        if (_periods is not null)
            JumpPeriods(_periods);
        Frame frame = _feed.Deliver();
        // A deployment happens once: no period may contain it.
        if (frame.Deployed >= 0 || frame.SharedDeployed)
            Disturb();
        Housekeep();
        return frame;
    }

    /// <summary>Forgets the period: the next frames differ from the earlier ones.</summary>
    private void Disturb()
    {
        _periods?.Reset();
        _steady.Disturb();
    }

    private void Housekeep()
    {
        if (++_deliveries % _options.ProgressEvery == 0)
            _options.Progress?.Report(_feed.Current);
        if (_clock.Now >= _options.RebaseAfter)
            Rebase(_clock.Now);
    }

    private void Rebase(long picoseconds)
    {
        _clock.Rebase(picoseconds);
        _queue.Rebase(picoseconds);
        _grid.Rebase(picoseconds);
        _stream.Rebase(picoseconds);
    }

    private void JumpPeriods(PeriodDetector periods)
    {
        if (_steady.IsMeasuring || !(_options.Jump || _steady.IsOpen))
            return;
        if (_firmware.SteadyState is not { } memory)
        {
            periods.Reset();
            return;
        }

        // The state does not contain the position in the pattern: it compares only with one a whole number of patterns back.
        bool compares = periods.Compares(_feed.Next);
        bool marks = periods.WantsMark();
        if (compares || marks)
            WriteState(periods.Present, memory);
        // Equal states: since behaviour is a function of the state, everything since the mark recurs and is multiplied instead of stepped.
        long period = compares ? periods.PeriodTo(_feed.Next) : 0;
        if (period > 0)
            _steady.Recur(_marked);
        if (period > 0 && Repeatable(period) is > 0 and long times)
            Jump(periods, period, times);
        else if (marks)
            Mark(periods);
    }

    private void Mark(PeriodDetector periods)
    {
        _grid.Meter.MoveTo(_clock.Now);
        _grid.Meter.Mark();
        _tally.Mark();
        _feed.Mark();
        foreach (WearBook book in _wear)
            book.Mark();
        _marked = _clock.Elapsed;
        periods.Mark(_feed.Next);
    }

    /// <summary>Number of whole periods before the next special frame, scrub or worn cell.</summary>
    private long Repeatable(long period)
    {
        if (!_options.Jump)
            return 0;
        // The next scrub is stepped, so that its moment and its wear are exact.
        Int128 beforeScrub = Int128.Max(0, _scrubber.Next - _clock.Elapsed) / Int128.Max(1, _clock.Elapsed - _marked);
        return _wear.Aggregate((long)Int128.Min(_feed.Jumpable / period, beforeScrub), static (times, book) => book.Repeatable(times));
    }

    private void Jump(PeriodDetector periods, long period, long times)
    {
        // Meter first: Repeat multiplies the energy between mark and now, so the integral must have reached now.
        _grid.Meter.MoveTo(_clock.Now);
        _grid.Meter.Repeat(times);
        foreach (WearBook book in _wear)
            book.Repeat(_marked, times);
        _tally.Repeat(times);
        _clock.Jump((_clock.Elapsed - _marked) * times);
        _feed.Jump(times * period, times);
        (_jumped, _period) = (_jumped + times * period, period);
        periods.Reset();
        _options.Progress?.Report(_feed.Next);
    }

    /// <summary>Writes everything that the future depends on. Counters, wear and the ledger are excluded on purpose.</summary>
    private void WriteState(Span<long> numbers, long memory)
    {
        StateWriter state = new(numbers);
        state.Write(memory);
        state.Write(_feed.Phase);
        state.Write(_sharedLives ? 1 : 0);
        foreach (PowerDomain domain in _grid.Domains)
            state.Write((long)domain.State);
        _sets?.Write(ref state);
        _stream.Write(ref state, _clock.Now);
    }
}
