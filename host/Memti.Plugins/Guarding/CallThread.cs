using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Memti.Plugins.Guarding;

/// <summary>
/// Background threads for calls that may never return. One whose call has returned takes the next; one that is abandoned is left to
/// itself, and another is started. A run makes hundreds of calls, and starting a thread costs more than most of them.
/// </summary>
public sealed class CallThread
{
    private static readonly ConcurrentBag<CallThread> Idle = [];

    private readonly object _gate = new();
    private readonly Thread _thread;
    private Action? _call;
    private ExecutionContext? _context;

    private CallThread()
    {
        _thread = new Thread(Serve) { IsBackground = true, Name = "memti call" };
        _thread.Start();
    }

    /// <summary>True when the thread has come to its call; on a busy machine that takes a while.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>Name of the thread in the statistics of the scheduler; null where there are none.</summary>
    internal string? Statistics { get; private set; }

    /// <summary>Starts a call on a thread that has no other.</summary>
    /// <param name="call">Must not throw.</param>
    /// <returns>The thread that has the call.</returns>
    public static CallThread Start(Action call)
    {
        if (!Idle.TryTake(out CallThread? thread))
            thread = new CallThread();
        lock (thread._gate)
        {
            (thread._call, thread._context, thread.HasBegun) = (call, ExecutionContext.Capture(), false);
            Monitor.Pulse(thread._gate);
        }

        return thread;
    }

    /// <summary>Wakes the thread with an exception if it is blocked, or when it next is.</summary>
    internal void Interrupt() => _thread.Interrupt();

    private void Serve()
    {
        Statistics = SchedulerStatistics.CurrentThread();
        while (true)
        {
            try
            {
                Await();
                HasBegun = true;
                Call();
                Idle.Add(this);
            }
            catch (ThreadInterruptedException)
            {
                // Was meant for a call that ended meanwhile.
            }
        }
    }

    private void Await()
    {
        lock (_gate)
        {
            while (_call is null)
                Monitor.Wait(_gate);
        }
    }

    // Its own frame, so that an idle thread keeps nothing of a plugin alive; in the caller's context, so that a call leaves none behind
    // for the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Call()
    {
        Action call = _call!;
        ExecutionContext? context = _context;
        (_call, _context) = (null, null);
        if (context is null)
            call();
        else
            ExecutionContext.Run(context, static state => ((Action)state!)(), call);
    }
}
