using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Components;

/// <summary>
/// A channel for work that takes time, one piece at a time. A component creates its activities once and begins them again and again.
/// Energy, wear and counts are posted at the end, in proportion to the time that passed; so an activity can be aborted at any moment.
/// </summary>
internal sealed class Activity
{
    /// <summary>Numbers of <see cref="WriteState"/>.</summary>
    public const int StateLength = 5;

    private readonly Machine _machine;
    private readonly Scheduler _scheduler;
    private readonly PowerGrid _grid;
    private readonly EnergyLedger _ledger;
    private readonly Tally _tally;
    private readonly IMachineListener? _listener;
    private readonly byte _priority;
    private readonly Action _completed;
    private readonly Action _aborted;
    private readonly int _flow;
    private readonly int _event;
    private long _elapsed;
    private Int128 _workTime;
    private double _scale = 1;

    /// <summary>Use <see cref="Machine.NewActivity"/>.</summary>
    internal Activity(Machine machine, int number, byte priority, Action completed, Action aborted)
    {
        (_machine, Number, _priority, _completed, _aborted) = (machine, number, priority, completed, aborted);
        (_scheduler, _grid, _ledger, _tally) = (machine.Scheduler, machine.Grid, machine.Ledger, machine.Tally);
        _listener = machine.Listener;
        _flow = machine.Grid.Meter.AddFlow();
        _event = machine.Scheduler.Register(Complete);
    }

    /// <summary>Index among the activities of the machine.</summary>
    public int Number { get; }

    public bool IsActive { get; private set; }

    /// <summary>What it does, or did last; null before the first begin.</summary>
    public ActivityPlan? Plan { get; private set; }

    /// <summary>The task that the energy is posted to; -1 for none.</summary>
    public int Task { get; private set; } = -1;

    /// <summary>Slot of the working memory that it reads or fills; -1 for none.</summary>
    public int Slot { get; private set; } = -1;

    /// <summary>Start in picoseconds of the run window.</summary>
    public long Start { get; private set; }

    /// <summary>Planned end in picoseconds of the run window.</summary>
    public long End { get; private set; }

    /// <summary>Start in picoseconds since the start of the run.</summary>
    public Int128 BeganAt => _machine.Clock.Origin + Start;

    /// <summary>Time until the planned end.</summary>
    public long Left => End - _machine.Now;

    /// <summary>At the end: true when it took its planned time, false when it was aborted.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>True while it works for a task.</summary>
    public bool WorksFor(int task) => IsActive && Task == task;

    /// <summary>True while it uses a component.</summary>
    public bool Uses(int component) => IsActive && Plan!.Users.AsSpan().Contains(component);

    /// <summary>Begins work as planned.</summary>
    /// <returns>False when it took no time and is over: then nobody is called.</returns>
    public bool Begin(ActivityPlan plan, int task, int slot = -1) => Begin(plan, task, slot, plan.Joules, plan.Duration);

    /// <summary>Begins work that takes longer, or another energy, than planned.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="task">The task; -1 for none.</param>
    /// <param name="slot">The slot; -1 for none.</param>
    /// <param name="joules">Energy of the whole work.</param>
    /// <param name="duration">Picoseconds, zero or more.</param>
    /// <returns>False when it took no time and is over: then nobody is called.</returns>
    public bool Begin(ActivityPlan plan, int task, int slot, double joules, long duration)
    {
        Open(plan, task, slot, joules, duration);
        if (duration > 0)
            _scheduler.Schedule(End, _priority, _event);
        else
            Close(aborted: false);
        return duration > 0;
    }

    /// <summary>Begins work whose end only its component knows: <see cref="Finish"/> tells it.</summary>
    /// <param name="plan">The plan, without energy and effects: nothing can be shared by time.</param>
    /// <param name="task">The task; -1 for none.</param>
    public void BeginOpen(ActivityPlan plan, int task) => Open(plan, task, slot: -1, joules: 0, duration: 0);

    /// <summary>Ends work that <see cref="BeginOpen"/> began. Does nothing when none is under way.</summary>
    public void Finish()
    {
        if (!IsActive)
            return;
        End = _machine.Now;
        Close(aborted: false);
    }

    /// <summary>Ends the work now: what passed of it is posted. Does nothing when none is under way.</summary>
    public void Abort()
    {
        if (!IsActive)
            return;
        _scheduler.Cancel(_event);
        Close(aborted: true);
        _aborted();
    }

    /// <summary>The part of an amount that belongs to the time passed: all of it for completed work.</summary>
    public Int128 Share(Int128 amount)
    {
        long whole = End - Start;
        if (IsWhole)
            return amount;
        // Divided first, because energy x time would exceed 128 bits.
        (Int128 quotient, Int128 rest) = Int128.DivRem(amount, whole);
        return (quotient * _elapsed) + (rest * _elapsed / whole);
    }

    /// <inheritdoc cref="Share(Int128)"/>
    public long Share(long amount) => IsWhole ? amount : (long)Share((Int128)amount);

    /// <summary>Passes over cells in the time passed. An unfinished pass counts as one, because its first cells have had it.</summary>
    public long Passes(long times)
    {
        if (IsWhole)
            return times;
        Int128 whole = End - Start;
        return (long)((((Int128)times * _elapsed) + whole - 1) / whole);
    }

    /// <summary>Posts energies at the end, in proportion to the time passed.</summary>
    /// <param name="energies">Those of the whole activity.</param>
    public void Post(ReadOnlySpan<EnergyShare> energies)
    {
        if (IsWhole && _scale == 1)
        {
            _ledger.Post(energies, Task);
            return;
        }

        foreach (ref readonly EnergyShare energy in energies)
            _ledger.Post(energy.Component, energy.Cause, Task, Quantity.Scaled(Share(energy.Rontojoules), _scale));
    }

    /// <summary>Energy of a component so far, for work under way.</summary>
    public Int128 Pending(int component)
    {
        if (!IsActive)
            return 0;
        // One without duration has done all of its work once it begins.
        (_elapsed, IsWhole) = (_machine.Now - Start, Start == End);
        _scale = MeanScale();
        Int128 energy = 0;
        foreach (EnergyShare posting in Plan!.Postings)
            energy += posting.Component == component ? Quantity.Scaled(Share(posting.Rontojoules), _scale) : 0;
        return energy;
    }

    public void Rebase(long picoseconds) => (Start, End) = (Start - picoseconds, End - picoseconds);

    /// <summary>Writes what the end will post, with times relative to now: absolute ones would never recur.</summary>
    public void WriteState(ref StateWriter state)
    {
        state.Write(IsActive ? _machine.IdOf(Plan!) : -1);
        state.Write(IsActive ? Task : -1);
        state.Write(IsActive ? Slot : -1);
        state.Write(IsActive ? _machine.Now - Start : 0);
        state.Write(IsActive ? End - _machine.Now : 0);
    }

    private void Open(ActivityPlan plan, int task, int slot, double joules, long duration)
    {
        if (IsActive)
            throw new InvalidOperationException($"An activity ({Plan!.Kind}) begins while it is active.");
        (Plan, Task, Slot, IsActive) = (plan, task, slot, true);
        _machine.Active++;
        if (_grid.IsScaled)
            _workTime = _grid.WorkTime;
        long now = _machine.Now;
        (Start, End) = (now, checked(now + duration));
        _grid.Begin(plan.Users, _flow, joules, duration);
        _listener?.ActivityBegan(BeganAt, Record());
        foreach (ActivityEffect effect in plan.Effects)
            effect.Begin(this);
    }

    private void Complete()
    {
        Close(aborted: false);
        _completed();
    }

    private void Close(bool aborted)
    {
        ActivityPlan plan = Plan!;
        _elapsed = aborted ? _machine.Now - Start : End - Start;
        IsWhole = _elapsed == End - Start;
        _scale = MeanScale();
        _machine.Active--;
        _grid.End(plan.Users, _flow);
        Post(plan.Postings);
        Count(plan.Counts);
        foreach (ActivityEffect effect in plan.Effects)
            effect.End(this);
        IsActive = false;
        _listener?.ActivityEnded(_machine.Clock.Elapsed, Record(), aborted);
    }

    // Its power at the nominal voltage is constant, so the mean over time is that of the energy.
    private double MeanScale() => !_grid.IsScaled ? 1
        : _elapsed == 0 ? _grid.Scale.Work
        : (double)(_grid.WorkTime - _workTime) / ((double)_elapsed * RailScale.Steps);

    private void Count(ActivityCount[] counts)
    {
        foreach (ref readonly ActivityCount count in counts.AsSpan())
            _tally.Count(count.Entry, Share(count.Bits), Share(count.Busy));
    }

    private ActivityRecord Record() => new(Number, Plan!.Kind, Plan.Users, Task, Plan.Bits);
}
