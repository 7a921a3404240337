using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Memti.Hosting;

/// <summary>
/// Background threads for calls that may never return. One whose call has returned takes the next; one that is abandoned is left to itself, and another
/// is started. A run makes hundreds of calls, and starting a thread costs more than most of them.
/// </summary>
internal sealed class CallThread
{
    private static readonly ConcurrentBag<CallThread> Idle = [];

    private readonly AutoResetEvent _given = new(initialState: false);
    private Action? _call;
    private ExecutionContext? _context;

    private CallThread() => new Thread(Serve) { IsBackground = true, Name = "memti call" }.Start();

    /// <summary>Starts a call on a thread that has no other.</summary>
    /// <param name="call">Must not throw.</param>
    public static void Start(Action call)
    {
        if (!Idle.TryTake(out CallThread? thread))
            thread = new CallThread();
        (thread._call, thread._context) = (call, ExecutionContext.Capture());
        thread._given.Set();
    }

    private void Serve()
    {
        while (true)
        {
            _given.WaitOne();
            Call();
            Idle.Add(this);
        }
    }

    // Its own frame, so that an idle thread keeps nothing of a plugin alive; in the caller's context, so that a call leaves none behind for the next.
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
