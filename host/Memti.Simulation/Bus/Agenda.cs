using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Bus;

/// <summary>Callbacks in simulated time: an <see cref="EventQueue"/> whose kinds are places in a table, used again once they are free.</summary>
internal sealed class Agenda
{
    private readonly EventQueue _queue = new();
    private readonly Stack<int> _free = [];
    private Action?[] _callbacks = new Action?[16];
    private int _used;

    public SimTime Now { get; private set; }

    public bool IsEmpty => _queue.Count == 0;

    /// <summary>The moment of the next callback; null when there is none.</summary>
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
    /// <returns>False when there is none.</returns>
    public bool Step()
    {
        if (!_queue.TryDequeue(out ScheduledEvent next))
            return false;
        Now = SimTime.FromPicoseconds(next.Time);
        Action callback = _callbacks[next.Kind]!;
        _callbacks[next.Kind] = null;
        _free.Push(next.Kind);
        callback();
        return true;
    }

    /// <summary>Lets time pass in which nothing happens.</summary>
    public void Pass(SimTime until) => Now = SimTime.Max(Now, until);
}
