using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Memti.Plugins.Guarding;

/// <summary>A call on a thread of its own, which the caller can leave to itself.</summary>
internal sealed class TimeLimitedCall<T>
{
    private static readonly TimeSpan Unwinding = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HostServiceTimer _hostTime = new();
    private readonly Func<T> _call;
    private readonly CancellationTokenSource? _abort;
    private ExceptionDispatchInfo? _fault;
    private T? _result;

    private TimeLimitedCall(Func<T> call, bool findsStack) => (_call, _abort) = (call, findsStack ? new() : null);

    /// <summary>Gives what the call gives, or throws what it throws.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Longest time of its own, time inside the host apart; infinite for none.</param>
    /// <param name="findsStack">True to find out where a call stood that did not return.</param>
    /// <param name="scheduler">Says what the scheduler gave a thread.</param>
    /// <param name="cancellationToken">Ends the wait at once; the call goes on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CallHungException">The call did not return in its time.</exception>
    public static T Run(
        Func<T> call,
        TimeSpan limit,
        bool findsStack,
        Func<string?, ProcessorShare?> scheduler,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var abandonable = new TimeLimitedCall<T>(call, findsStack);
        CallThread thread = CallThread.Start(abandonable.Execute);
        var watch = new CallWatch(thread, limit, abandonable._hostTime, scheduler);
        while (!watch.Wait(abandonable._ended.Task, cancellationToken))
            if (watch.IsOver)
                throw new CallHungException(findsStack ? abandonable.StackOf(thread) : null);
        abandonable._fault?.Throw();
        return abandonable._result!;
    }

    private void Execute()
    {
        _hostTime.Begin();
        try
        {
            if (_abort is null)
                Call();
            else
                CallAbortable(_abort.Token);
        }
        catch (Exception error)
        {
            _fault ??= ExceptionDispatchInfo.Capture(error);
        }

        HostServiceTimer.End();
        _ended.SetResult();
    }

    private void Call() => _result = _call();

    // Aborting a thread may leave shared state half changed, which is why .NET calls it obsolete. Here the run ends anyway, and only then
    // is the call aborted: to see where it stood.
#pragma warning disable SYSLIB0046
    private void CallAbortable(CancellationToken abort) => ControlledExecution.Run(
        () =>
        {
            try
            {
                Call();
            }
            catch (Exception error)
            {
                _fault = ExceptionDispatchInfo.Capture(error);
                throw;
            }
        },
        abort);
#pragma warning restore SYSLIB0046

    /// <summary>Where the call stands: a blocked thread is interrupted, one that computes is aborted, and both say where that found
    /// them.</summary>
    private string? StackOf(CallThread thread)
    {
        thread.Interrupt();
        if (!_ended.Task.Wait(Unwinding))
        {
            _ = Task.Run(_abort!.Cancel);
            _ended.Task.Wait(Unwinding);
        }

        return _ended.Task.IsCompleted ? _fault?.SourceException.StackTrace : null;
    }
}
