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
    private Action? _call;
    private ExecutionContext? _context;

    private CallThread() => new Thread(Serve) { IsBackground = true, Name = "memti call" }.Start();

    /// <summary>Starts a call on a thread that has no other.</summary>
    /// <param name="call">Must not throw.</param>
    public static void Start(Action call)
    {
        if (!Idle.TryTake(out CallThread? thread))
            thread = new CallThread();
        lock (thread._gate)
        {
            (thread._call, thread._context) = (call, ExecutionContext.Capture());
            Monitor.Pulse(thread._gate);
        }
    }

    private void Serve()
    {
        while (true)
        {
            Await();
            Call();
            Idle.Add(this);
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
