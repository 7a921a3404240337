namespace Memti.Plugins.Guarding;

/// <summary>
/// Adds up the time of a call that is the plugin's own: while its thread ran, or was blocked although the machine had room for the process.
/// Time that the thread waited for a processor is the machine's.
/// </summary>
/// <remarks>
/// A blocked thread may wait for other threads of its plugin. Of that time, the part counts in which the threads of the process ran instead
/// of waiting for a processor. A twentieth counts in any case: on a machine that is always busy, a call that hangs must end too.
/// </remarks>
/// <param name="tick">How often the time is looked at. What passed beyond three times that, nobody could run: the process was stopped, or
/// the machine slept.</param>
internal sealed class OwnTime(TimeSpan tick)
{
    private const double LeastPart = 0.05;

    private ProcessorShare? _before;

    /// <summary>The plugin's time so far.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Counts what passed since the last look.</summary>
    /// <param name="passed">Time on the clock, without that of the host's services.</param>
    /// <param name="now">What the scheduler gave until now; null where it is not known, and all of the time counts.</param>
    public void Add(TimeSpan passed, ProcessorShare? now)
    {
        TimeSpan most = Shorter(passed, tick * 3);
        TimeSpan own = _before is { } before && now is { } share ? most - Lost(most, before, share) : most;
        Elapsed += Longer(own, most * LeastPart);
        _before = now;
    }

    /// <summary>Begins anew.</summary>
    public void Restart() => Elapsed = TimeSpan.Zero;

    private static TimeSpan Lost(TimeSpan passed, ProcessorShare before, ProcessorShare now)
    {
        TimeSpan ran = now.Ran - before.Ran;
        TimeSpan waited = now.Waited - before.Waited;
        TimeSpan blocked = Longer(passed - ran - waited, TimeSpan.Zero);
        // Threads that ended took their sums with them.
        double othersRan = Math.Max(0, (now.AllRan - before.AllRan - ran).TotalSeconds);
        double othersWaited = Math.Max(0, (now.AllWaited - before.AllWaited - waited).TotalSeconds);
        double starved = othersWaited > 0 ? othersWaited / (othersRan + othersWaited) : 0;
        return waited + (blocked * starved);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
