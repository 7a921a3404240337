using System.Diagnostics;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Memti.Plugins.Guarding;

/// <summary>A call that can be asked where it stands when it does not return.</summary>
public sealed class TracedCall
{
    /// <summary>Longest wait for a thread to be found.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _noted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action _call;
    private readonly CancellationTokenSource? _abort;
    private Thread? _thread;
    private ExceptionDispatchInfo? _error;

    /// <summary>Prepares a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isTraced">True to be able to say where it stands, at some cost in time.</param>
    public TracedCall(Action call, bool isTraced)
    {
        _call = call ?? throw new ArgumentNullException(nameof(call));
        _abort = isTraced ? new CancellationTokenSource() : null;
    }

    /// <summary>Is complete when the call has returned or thrown.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Throws what the call has thrown.</summary>
    public void ThrowError() => _error?.Throw();

    /// <summary>Makes the call on this thread. Never throws.</summary>
    public void Run()
    {
        _thread = Thread.CurrentThread;
        try
        {
            Call();
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }

        _ended.SetResult();
    }

    /// <summary>
    /// Where a call stands that is given up. A blocked thread is interrupted, one that computes is aborted, and both say where that found
    /// them.
    /// </summary>
    /// <param name="thread">The thread that has the call.</param>
    /// <returns>The lines of a stack; null where the call is not traced, or cannot be reached.</returns>
    public string? Stand(CallThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (_abort is null)
            return null;
        AppDomain.CurrentDomain.FirstChanceException += Note;
        thread.Interrupt();
        if (!_noted.Task.Wait(Patience))
        {
            _ = Task.Run(_abort.Cancel);
            _noted.Task.Wait(Patience);
        }

        AppDomain.CurrentDomain.FirstChanceException -= Note;
        return _noted.Task.IsCompleted ? _noted.Task.Result : null;
    }

    // Noted where it is thrown: what is between may catch it, and asynchronous code does.
    private void Note(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is ThreadInterruptedException or ThreadAbortException && Thread.CurrentThread == _thread)
            _noted.TrySetResult(new StackTrace(skipFrames: 1, fNeedFileInfo: true).ToString());
    }

    // Aborting a thread may leave shared state half changed, which is why .NET calls it obsolete. Here the run ends anyway, and only then
    // is the call aborted: to see where it stood.
    private void Call()
    {
#pragma warning disable SYSLIB0046
        if (_abort is null)
            _call();
        else
            ControlledExecution.Run(_call, _abort.Token);
#pragma warning restore SYSLIB0046
    }
}
