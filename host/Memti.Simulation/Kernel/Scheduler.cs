namespace Memti.Simulation.Kernel;

/// <summary>
/// Simulated time with its pending events. An event is the index of a handler: handlers that recur are registered once, and the places of
/// callbacks that run once are used again, so that scheduling allocates nothing.
/// </summary>
internal sealed class Scheduler
{
    private readonly EventQueue _queue = new(capacity: 16);
    private readonly Stack<int> _free = [];
    private Action?[] _handlers = new Action?[16];
    private bool[] _runsOnce = new bool[16];
    private int _used;

    public RunClock Clock { get; } = new();

    /// <summary>Picoseconds since the start of the run window.</summary>
    public long Now => Clock.Now;

    /// <summary>Number of events so far.</summary>
    public long Events { get; private set; }

    /// <summary>Time of the next event; <see cref="long.MaxValue"/> without one.</summary>
    public long Next => _queue.FirstTime;

    /// <summary>Registers a handler of recurring events.</summary>
    /// <returns>The kind of its events.</returns>
    public int Register(Action handler) => Put(handler, runsOnce: false);

    /// <summary>Schedules an event of a registered handler.</summary>
    /// <param name="time">Time in the run window, not before now.</param>
    /// <param name="priority">Order among the events of one moment: see <see cref="EventPriority"/>.</param>
    /// <param name="kind">What <see cref="Register"/> returned.</param>
    public void Schedule(long time, byte priority, int kind) => _queue.Schedule(time, priority, kind);

    /// <summary>Schedules a callback that runs once.</summary>
    public void Call(long time, byte priority, Action callback) => _queue.Schedule(time, priority, Put(callback, runsOnce: true));

    /// <summary>Removes all pending events of a registered handler. Rare, and therefore slow.</summary>
    public void Cancel(int kind) => _queue.Remove(kind);

    /// <summary>Moves to the next event and handles it.</summary>
    /// <returns>False when none is pending.</returns>
    public bool Step()
    {
        if (!_queue.TryDequeue(out ScheduledEvent next))
            return false;
        Clock.MoveTo(next.Time);
        Events++;
        Take(next.Kind)();
        return true;
    }

    /// <summary>Moves to a moment before the next event, for a master that runs ahead of the events.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment has passed, or lies after the next event.</exception>
    public void MoveTo(long time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Now);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Next);
        Clock.MoveTo(time);
    }

    /// <summary>Advances the start of the run window. The present moment stays the same.</summary>
    public void Rebase(long picoseconds)
    {
        Clock.Rebase(picoseconds);
        _queue.Rebase(picoseconds);
    }

    private Action Take(int kind)
    {
        Action handler = _handlers[kind]!;
        if (!_runsOnce[kind])
            return handler;
        // Freed before the call, because the callback may schedule another one.
        _handlers[kind] = null;
        _free.Push(kind);
        return handler;
    }

    private int Put(Action handler, bool runsOnce)
    {
        int place = _free.TryPop(out int freed) ? freed : _used++;
        if (place == _handlers.Length)
        {
            Array.Resize(ref _handlers, 2 * place);
            Array.Resize(ref _runsOnce, 2 * place);
        }

        (_handlers[place], _runsOnce[place]) = (handler, runsOnce);
        return place;
    }
}
