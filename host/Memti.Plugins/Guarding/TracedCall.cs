using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Memti.Plugins.Guarding;

/// <summary>A call that can be asked where it stands when it does not return.</summary>
public sealed class TracedCall
{
    private static readonly TimeSpan Unwinding = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action _call;
    private readonly CancellationTokenSource? _abort;
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
        try
        {
            if (_abort is null)
                _call();
            else
                CallAbortable(_abort.Token);
        }
        catch (Exception error)
        {
            _error ??= ExceptionDispatchInfo.Capture(error);
        }

        _ended.SetResult();
    }

    /// <summary>
    /// Where a call stands that is given up. A blocked thread is interrupted, one that computes is aborted, and both say where that found
    /// them.
    /// </summary>
    /// <param name="thread">The thread that has the call.</param>
    /// <returns>The lines of a stack; null where the call is not traced, or cannot be ended.</returns>
    public string? Stand(CallThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (_abort is null)
            return null;
        thread.Interrupt();
        if (!Ended.Wait(Unwinding))
        {
            _ = Task.Run(_abort.Cancel);
            Ended.Wait(Unwinding);
        }

        return Ended.IsCompleted && _error is { } error ? StackOf(error.SourceException) : null;
    }

    // What called the code that hangs may have wrapped how it was ended.
    private static string? StackOf(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            if (cause is ThreadInterruptedException or ThreadAbortException)
                return cause.StackTrace;
        return error.StackTrace;
    }

    // Aborting a thread may leave shared state half changed, which is why .NET calls it obsolete. Here the run ends anyway, and only then
    // is the call aborted: to see where it stood.
#pragma warning disable SYSLIB0046
    private void CallAbortable(CancellationToken abort) => ControlledExecution.Run(
        () =>
        {
            try
            {
                _call();
            }
            catch (Exception error)
            {
                _error = ExceptionDispatchInfo.Capture(error);
                throw;
            }
        },
        abort);
#pragma warning restore SYSLIB0046
}
