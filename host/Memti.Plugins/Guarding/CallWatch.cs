using System.Diagnostics;

namespace Memti.Plugins.Guarding;

/// <summary>Watches a call on a thread of its own, and counts the time that is the call's own (<see cref="OwnTime"/>).</summary>
public sealed class CallWatch
{
    private const int TicksPerLimit = 40;

    private static readonly TimeSpan ShortestTick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(250);

    private readonly CallThread _thread;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _tick;
    private readonly OwnTime _own;
    private readonly HostServiceTimer? _hostTime;
    private readonly Func<string?, ProcessorShare?> _scheduler;
    private long _looked = Stopwatch.GetTimestamp();
    private TimeSpan _inHost;

    /// <summary>Watches a call.</summary>
    /// <param name="thread">The thread that has the call.</param>
    /// <param name="limit">Longest time of its own; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    public CallWatch(CallThread thread, TimeSpan limit)
        : this(thread, limit, null, SchedulerStatistics.Read)
    {
    }

    internal CallWatch(CallThread thread, TimeSpan limit, HostServiceTimer? hostTime, Func<string?, ProcessorShare?> scheduler)
    {
        (_thread, _limit, _hostTime, _scheduler) = (thread, limit, hostTime, scheduler);
        TimeSpan part = limit / TicksPerLimit;
        _tick = part < ShortestTick ? ShortestTick : part > LongestTick ? LongestTick : part;
        _own = new OwnTime(_tick);
    }

    /// <summary>True when the call has had all of its time.</summary>
    public bool IsOver => _limit != Timeout.InfiniteTimeSpan && _own.Elapsed >= _limit;

    /// <summary>Waits for a moment, and counts it.</summary>
    /// <param name="ended">Is complete when the call has returned.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when the call has returned.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Wait(Task ended, CancellationToken cancellationToken = default)
    {
        if (HasEnded(ended, _limit == Timeout.InfiniteTimeSpan ? _limit : _tick, cancellationToken))
            return true;
        Count();
        return false;
    }

    /// <summary>Begins to count anew: the call has shown that it goes on.</summary>
    public void Restart() => _own.Restart();

    private static bool HasEnded(Task ended, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return ended.Wait(wait, cancellationToken);
        }
        catch (AggregateException)
        {
            return true; // whoever waits for the result sees it
        }
    }

    private void Count()
    {
        TimeSpan passed = Stopwatch.GetElapsedTime(_looked);
        _looked = Stopwatch.GetTimestamp();
        TimeSpan inHost = _hostTime?.Elapsed ?? TimeSpan.Zero;
        TimeSpan outside = passed - (inHost - _inHost);
        _inHost = inHost;
        // A call whose thread has not begun has had no time yet.
        if (_thread.HasBegun)
            _own.Add(outside > TimeSpan.Zero ? outside : TimeSpan.Zero, _scheduler(_thread.Statistics));
    }
}
