using Memti.Abstractions.Parameters;
using Memti.Runs.Traces;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Timelines;

/// <summary>Keeps a window of a run in memory, up to a limit.</summary>
internal sealed class TimelineWriter : ITraceWriter
{
    /// <summary>Most changes that are kept: a page with more would be slow, and its lanes too dense to see any.</summary>
    private const int Most = 20_000;

    private static readonly IReadOnlyList<string> StateNames = new EnumWords(typeof(PowerState)).All;
    private static readonly IReadOnlyList<string> KindNames = new EnumWords(typeof(ActivityKind)).All;

    private readonly List<PowerStep> _power = [];
    private readonly List<ActivitySpan> _activities = [];
    private readonly Dictionary<int, (ActivityRecord Activity, long From)> _running = [];
    private MachineNames _names = null!;
    private List<StateSpan>[] _states = [];
    private (PowerState State, long From)[] _open = [];
    private long _start;
    private long _end;
    private int _kept;

    private bool IsFull => _kept >= Most;

    /// <inheritdoc />
    public void Begin(MachineNames names, long time)
    {
        (_names, _start) = (names, time);
        _states = [.. Enumerable.Range(0, names.Powered).Select(static _ => new List<StateSpan>())];
        _open = new (PowerState, long)[names.Powered];
    }

    /// <inheritdoc />
    public void State(long time, int component, PowerState state)
    {
        EndState(component, time);
        _open[component] = (state, time);
    }

    /// <inheritdoc />
    public void Power(long time, double watts, double joules)
    {
        double milliwatts = watts * 1e3;
        if (!IsFull && (_power.Count == 0 || _power[^1].Milliwatts != milliwatts))
            Keep(_power, new PowerStep(time - _start, milliwatts));
    }

    /// <inheritdoc />
    public void Began(long time, in ActivityRecord activity) => _running[activity.Number] = (activity, time);

    /// <inheritdoc />
    public void Ended(long time, in ActivityRecord activity, bool aborted)
    {
        if (_running.Remove(activity.Number, out (ActivityRecord Activity, long From) begun))
            Keep(begun.Activity, begun.From, time);
    }

    /// <inheritdoc />
    public void End(long time)
    {
        _end = time;
        for (int component = 0; component < _open.Length; component++)
            EndState(component, time);
        foreach ((ActivityRecord activity, long from) in _running.Values)
            Keep(activity, from, time);
    }

    /// <inheritdoc />
    public void Task(long time, int task)
    {
    }

    /// <inheritdoc />
    public void Frame(long time, in FrameRecord frame, FrameStep step)
    {
    }

    /// <inheritdoc />
    public void Interrupt(long time, int source, bool raised)
    {
    }

    /// <inheritdoc />
    public void Mark(long time, uint value)
    {
    }

    /// <inheritdoc />
    public void Enter(long time, string function)
    {
    }

    /// <inheritdoc />
    public void Leave(long time, string? outer)
    {
    }

    /// <summary>The frame as it went.</summary>
    /// <param name="frame">Its number.</param>
    public FrameTimeline Of(long frame) => new()
    {
        Frame = frame,
        Length = _end - _start,
        Components = [.. _states.Select((spans, component) => new ComponentLane(_names.Components[component], spans))],
        Activities = [.. _activities.OrderBy(static activity => activity.From).ThenBy(static activity => activity.To)],
        Power = _power,
        IsCut = IsFull,
    };

    private void EndState(int component, long time)
    {
        (PowerState state, long from) = _open[component];
        if (time > from && from >= _start && !IsFull)
            Keep(_states[component], new StateSpan(StateNames[(int)state], from - _start, time - _start));
    }

    private void Keep(in ActivityRecord activity, long from, long to)
    {
        if (to == from || IsFull)
            return;
        string? task = activity.Task < 0 ? null : _names.Tasks[activity.Task];
        string[] components = [.. activity.Components.Select(component => _names.Components[component])];
        string kind = KindNames[(int)activity.Kind];
        Keep(_activities, new ActivitySpan(kind, task, components, activity.Bits, from - _start, to - _start));
    }

    private void Keep<T>(List<T> list, T item)
    {
        list.Add(item);
        _kept++;
    }
}
