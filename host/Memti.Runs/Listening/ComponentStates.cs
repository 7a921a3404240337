using Memti.Simulation.PowerStates;

namespace Memti.Runs.Listening;

/// <summary>State of each component as the report counts it: active while it is on and used, waking for its own latency only.</summary>
internal sealed class ComponentStates
{
    private static readonly Int128 Never = Int128.MaxValue;

    private readonly PowerState[] _states;
    private readonly Int128[] _wakeEnds;
    private readonly int[] _users;
    private Int128 _nextWakeEnd = Never;

    /// <summary>Starts with all components on and idle.</summary>
    public ComponentStates(int components)
    {
        (_states, _wakeEnds, _users) = (new PowerState[components], new Int128[components], new int[components]);
        Array.Fill(_states, PowerState.On);
        Array.Fill(_wakeEnds, Never);
    }

    /// <summary>The state of a component.</summary>
    public PowerState this[int component] =>
        _states[component] == PowerState.On && _users[component] > 0 ? PowerState.Active : _states[component];

    /// <summary>Puts a component into a state.</summary>
    /// <param name="component">Index of the component.</param>
    /// <param name="state">Off, retention, waking or on.</param>
    /// <param name="wakeEnd">With waking, when the component itself is on.</param>
    public void Enter(int component, PowerState state, Int128 wakeEnd)
    {
        _states[component] = state;
        _wakeEnds[component] = state == PowerState.Waking ? wakeEnd : Never;
        _nextWakeEnd = Never;
        foreach (Int128 end in _wakeEnds)
            _nextWakeEnd = Int128.Min(_nextWakeEnd, end);
    }

    /// <summary>Begins to use a component.</summary>
    public void Use(int component) => _users[component]++;

    /// <summary>Ends to use a component.</summary>
    public void Release(int component) => _users[component]--;

    /// <summary>Finds the earliest wake-up that ends before a time.</summary>
    /// <returns>False when there is none.</returns>
    public bool WakeBefore(Int128 time, out Int128 end, out int component)
    {
        end = _nextWakeEnd;
        component = end < time ? Array.IndexOf(_wakeEnds, end) : -1;
        return component >= 0;
    }

    /// <summary>Skips time: wake-ups that run end later.</summary>
    public void Skip(Int128 picoseconds)
    {
        foreach (ref Int128 end in _wakeEnds.AsSpan())
            end = end == Never ? end : end + picoseconds;
        _nextWakeEnd = _nextWakeEnd == Never ? Never : _nextWakeEnd + picoseconds;
    }
}
