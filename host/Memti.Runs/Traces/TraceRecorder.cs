using Memti.Runs.Listening;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>
/// Follows a machine from its start, and passes one window of the run to a writer: first all that holds when the window opens, then what
/// changes in it.
/// </summary>
/// <param name="writer">Writes the window.</param>
/// <param name="window">The window.</param>
/// <param name="symbols">Names of functions; null for addresses.</param>
internal sealed class TraceRecorder(ITraceWriter writer, TraceWindow window, SymbolTable? symbols) : IMachineListener
{
    private readonly Dictionary<int, ActivityRecord> _activities = [];
    private readonly CallStack _stack = new(symbols);
    private MachineNames _names = null!;
    private ComponentStates _states = null!;
    private PowerSamples _samples = null!;
    private PowerState?[] _told = [];
    private bool[] _raised = [];
    private FrameRecord? _frame;
    private int _task = -1;
    private int _toldTask = -1;
    private double _base;
    private double _toldJoules;
    private bool _changed;
    private bool _sampled;
    private Phase _phase;
    private Int128 _now;

    private enum Phase
    {
        Before,
        Open,
        After,
    }

    /// <inheritdoc />
    public bool WantsCalls { get; init; } = true;

    /// <summary>True when the run reached the window.</summary>
    public bool HasOpened => _phase != Phase.Before;

    private long Now => (long)_now;

    private bool IsOpen => _phase == Phase.Open;

    /// <inheritdoc />
    public void Begin(MachineNames names, IEnergyTotals totals)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _states = new ComponentStates(names.Powered);
        _samples = new PowerSamples(totals, names.Powered);
        _told = new PowerState?[names.Powered];
        _raised = new bool[names.Interrupts.Count];
        Sample();
    }

    /// <inheritdoc />
    public void Power(Int128 time, int component, PowerState state, long latency)
    {
        MoveTo(time);
        _states.Enter(component, state, time + latency);
        if (component == _names.Core && state == PowerState.Off)
            LeaveAll();
        Sample();
    }

    /// <inheritdoc />
    public void ActivityBegan(Int128 time, in ActivityRecord activity)
    {
        MoveTo(time);
        _activities.Add(activity.Number, activity);
        foreach (int component in activity.Components)
            _states.Use(component);
        if (IsOpen)
            writer.Began(Now, activity);
        Sample();
    }

    /// <inheritdoc />
    public void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted)
    {
        MoveTo(time);
        _activities.Remove(activity.Number);
        foreach (int component in activity.Components)
            _states.Release(component);
        if (IsOpen)
            writer.Ended(Now, activity, aborted);
        Sample();
    }

    /// <inheritdoc />
    public void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        MoveTo(time);
        _frame = step == FrameStep.Delivered ? frame : null;
        if (IsOpen)
            writer.Frame(Now, frame, step);
    }

    /// <inheritdoc />
    public void Interrupt(Int128 time, int source, bool level)
    {
        MoveTo(time);
        _raised[source] = level;
        if (IsOpen)
            writer.Interrupt(Now, source, level);
    }

    /// <inheritdoc />
    public void Task(Int128 time, int task)
    {
        MoveTo(time);
        _task = task;
        _changed = true;
    }

    /// <inheritdoc />
    public void Mark(Int128 time, uint value)
    {
        MoveTo(time);
        if (IsOpen)
            writer.Mark(Now, value);
    }

    /// <inheritdoc />
    public void Executes(Int128 time, bool isExecuting)
    {
        MoveTo(time);
        if (isExecuting)
            _states.Use(_names.Core);
        else
            _states.Release(_names.Core);
        Sample();
    }

    /// <inheritdoc />
    public void Restarted(Int128 time, ulong entry)
    {
        MoveTo(time);
        LeaveAll();
        _stack.Start(entry);
        EnterTop();
    }

    /// <inheritdoc />
    public void Called(Int128 time, ulong target, ulong returnsTo)
    {
        MoveTo(time);
        if (_stack.Call(target, returnsTo))
            EnterTop();
    }

    /// <inheritdoc />
    public void Returned(Int128 time, ulong target)
    {
        MoveTo(time);
        int before = _stack.Depth;
        int kept = _stack.Return(target);
        for (int depth = before; depth > kept; depth--)
            Leave();
        if (_stack.Depth > kept)
            EnterTop();
    }

    /// <inheritdoc />
    public void Jumped(Int128 from, Int128 to, long frames)
    {
        MoveTo(from);
        _states.Skip(to - from);
        _now = to;
        Sample();
    }

    /// <inheritdoc />
    public void End(Int128 time)
    {
        MoveTo(time);
        Sample();
        Stop();
    }

    /// <summary>Closes the window where the run has come to, if it is open. A run that fails does not end.</summary>
    public void Stop()
    {
        if (IsOpen)
            Close();
    }

    /// <summary>Moves on to the present moment, past ends of wake-ups that nobody tells. The moments before are complete then.</summary>
    private void MoveTo(Int128 time)
    {
        if (_phase == Phase.After || (IsOpen && time == _now))
            return;
        while (_states.WakeBefore(time, out Int128 end, out int component))
        {
            Pass(end);
            _states.Enter(component, PowerState.On, end);
            _changed = true;
        }

        Pass(time);
    }

    private void Pass(Int128 time)
    {
        if (_phase == Phase.Before && time >= window.From)
            Open();
        if (IsOpen && time >= window.Until)
        {
            GoTo(window.Until);
            Close();
        }
        else
        {
            GoTo(time);
        }
    }

    private void GoTo(Int128 time)
    {
        if (IsOpen && time > _now)
            Tell();
        _now = time;
    }

    private void Open()
    {
        (_phase, _now) = (Phase.Open, window.From);
        writer.Begin(_names, Now);
        for (int source = 0; source < _raised.Length; source++)
        {
            if (_raised[source])
                writer.Interrupt(Now, source, true);
        }

        foreach (ActivityRecord activity in _activities.Values)
            writer.Began(Now, activity);
        if (_frame is { } frame)
            writer.Frame(Now, frame, FrameStep.Delivered);
        for (int depth = 0; depth < _stack.Depth; depth++)
            writer.Enter(Now, _stack[depth]);
        _base = _samples.JoulesAt(_now);
        _changed = _sampled = true;
    }

    /// <summary>Tells what the moment has come to.</summary>
    private void Tell()
    {
        if (_changed)
            TellStates();
        if (_sampled)
            TellPower();
        _changed = _sampled = false;
    }

    private void TellStates()
    {
        for (int component = 0; component < _told.Length; component++)
        {
            PowerState state = _states[component];
            if (_told[component] != state)
                writer.State(Now, component, state);
            _told[component] = state;
        }

        if (_task != _toldTask)
            writer.Task(Now, _task);
        _toldTask = _task;
    }

    private void TellPower()
    {
        // Sums of doubles may step back by a rounding; energy never does.
        _toldJoules = Math.Max(_toldJoules, _samples.JoulesAt(_now) - _base);
        writer.Power(Now, _samples.Watts, _toldJoules);
    }

    private void Close()
    {
        _changed = _sampled = true;
        Tell();
        writer.End(Now);
        _phase = Phase.After;
    }

    private void Sample()
    {
        if (_phase != Phase.After)
            _samples.Take(_now);
        _changed = _sampled = true;
    }

    private void EnterTop()
    {
        if (IsOpen)
            writer.Enter(Now, _stack.Top!);
    }

    private void LeaveAll()
    {
        int depth = _stack.Depth;
        _stack.Clear();
        for (; depth > 0; depth--)
            Leave();
    }

    /// <summary>Leaves one function; what firmware is in afterwards is the top of the stack already.</summary>
    private void Leave()
    {
        if (IsOpen)
            writer.Leave(Now, _stack.Top);
    }
}
