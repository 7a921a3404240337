using Memti.Simulation.Kernel;

namespace Memti.Simulation.Components;

/// <summary>Skips whole periods of a run that repeats itself: what the components write is compared at the deliveries of frames.</summary>
/// <param name="machine">The machine.</param>
/// <param name="recurrence">Receives the first period.</param>
/// <param name="periods">Finds periods; null for a workload that never repeats.</param>
/// <param name="skips">True to skip; false only to find the first period.</param>
internal sealed class PeriodJump(Machine machine, IRecurrence recurrence, PeriodDetector? periods, bool skips)
{
    private Int128 _marked;

    /// <summary>Number of skipped frames.</summary>
    public long Skipped { get; private set; }

    /// <summary>The last skipped period in frames; 0 before one.</summary>
    public long Period { get; private set; }

    /// <summary>Call before each delivery, when all energy up to it is posted.</summary>
    /// <param name="frame">Index of the frame.</param>
    public void Pass(long frame)
    {
        recurrence.Pass(frame);
        if (periods is null || recurrence.IsMeasuring || !(skips || recurrence.IsOpen))
            return;
        if (machine.IsJumpable)
            Pass(frame, periods);
        else
            periods.Reset();
    }

    /// <summary>Forgets the period: the next frames differ from the earlier ones.</summary>
    public void Disturb()
    {
        periods?.Reset();
        recurrence.Disturb();
    }

    private void Pass(long frame, PeriodDetector found)
    {
        // The state does not contain the position in the pattern: it compares only with one a whole number of patterns back.
        bool compares = found.Compares(frame);
        bool marks = found.WantsMark();
        if (compares || marks)
            WriteState(found.Present);
        // Equal states: since behaviour is a function of the state, everything since the mark recurs and is multiplied instead of stepped.
        long frames = compares ? found.PeriodTo(frame) : 0;
        if (frames > 0)
            recurrence.Recur(_marked);
        Period period = new(frames, _marked, machine.Clock.Elapsed - _marked);
        if (frames > 0 && skips && Repeatable(period) is > 0 and long times)
            Jump(found, period, times);
        else if (marks)
            Mark(found, frame);
    }

    private void WriteState(Span<long> numbers)
    {
        StateWriter state = new(numbers);
        machine.WriteState(ref state);
    }

    private void Mark(PeriodDetector found, long frame)
    {
        machine.Grid.Meter.MoveTo(machine.Now);
        machine.Grid.Meter.Mark();
        machine.Tally.Mark();
        foreach (Component component in machine.Components)
            component.Mark();
        _marked = machine.Clock.Elapsed;
        found.Mark(frame);
    }

    private long Repeatable(Period period)
    {
        long times = BeforeStepped(period);
        foreach (Component component in machine.Components)
            times = component.Repeatable(period, times);
        return times;
    }

    /// <summary>Number of whole periods before the time that is stepped through.</summary>
    private long BeforeStepped(Period period)
    {
        Int128 now = machine.Clock.Elapsed;
        if (now >= machine.Options.SteppedUntil)
            return long.MaxValue;
        return (long)(Int128.Max(0, machine.Options.SteppedFrom - now) / Int128.Max(1, period.Picoseconds));
    }

    private void Jump(PeriodDetector found, Period period, long times)
    {
        Int128 from = machine.Clock.Elapsed;
        // Meter first: Repeat multiplies the energy between mark and now, so the integral must have reached now.
        machine.Grid.Meter.MoveTo(machine.Now);
        machine.Grid.Meter.Repeat(times);
        foreach (Component component in machine.Components)
            component.Repeat(period, times);
        machine.Tally.Repeat(times);
        machine.Clock.Jump(period.Picoseconds * times);
        (Skipped, Period) = (Skipped + (times * period.Frames), period.Frames);
        found.Reset();
        machine.Listener?.Jumped(from, machine.Clock.Elapsed, times * period.Frames);
    }
}
