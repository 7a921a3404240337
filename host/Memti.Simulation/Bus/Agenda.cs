using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Bus;

/// <summary>Schedules callbacks in simulated time. The kinds of its <see cref="EventQueue"/> are indices of a table, reused once they are
/// free.</summary>
internal sealed class Agenda
{
    private readonly EventQueue _queue = new();
    private readonly Stack<int> _free = [];
    private Action?[] _callbacks = new Action?[16];
    private int _used;

    public SimTime Now { get; private set; }

    public bool IsEmpty => _queue.Count == 0;

    /// <summary>Time of the next callback; null without one.</summary>
    public SimTime? Next => _queue.TryPeek(out ScheduledEvent next) ? SimTime.FromPicoseconds(next.Time) : null;

    public void Schedule(SimTime time, byte priority, Action callback)
    {
        int place = _free.TryPop(out int freed) ? freed : _used++;
        if (place == _callbacks.Length)
            Array.Resize(ref _callbacks, 2 * place);
        _callbacks[place] = callback;
        _queue.Schedule(time.Picoseconds, priority, place);
    }

    /// <summary>Runs the next callback.</summary>
    /// <returns>False without one.</returns>
    public bool Step()
    {
        if (!_queue.TryDequeue(out ScheduledEvent next))
            return false;
        Now = SimTime.FromPicoseconds(next.Time);
        Action callback = _callbacks[next.Kind]!;
        // Freed before the call, because the callback may schedule another one.
        _callbacks[next.Kind] = null;
        _free.Push(next.Kind);
        callback();
        return true;
    }

    /// <summary>Advances the time to a moment at which nothing happens.</summary>
    public void Pass(SimTime until) => Now = SimTime.Max(Now, until);
}
