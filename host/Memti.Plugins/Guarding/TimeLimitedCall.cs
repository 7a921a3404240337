namespace Memti.Plugins.Guarding;

/// <summary>A call on a thread of its own, which the caller can leave to itself.</summary>
internal sealed class TimeLimitedCall<T>
{
    private readonly HostServiceTimer _hostTime = new();
    private readonly TracedCall _call;
    private T? _result;

    private TimeLimitedCall(Func<T> call, bool findsStack) => _call = new TracedCall(() => Execute(call), findsStack);

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
        CallThread thread = CallThread.Start(abandonable._call.Run);
        var watch = new CallWatch(thread, limit, abandonable._hostTime, scheduler);
        while (!watch.Wait(abandonable._call.Ended, cancellationToken))
            if (watch.IsOver)
                throw new CallHungException(abandonable._call.Stand(thread));
        abandonable._call.ThrowError();
        return abandonable._result!;
    }

    private void Execute(Func<T> call)
    {
        _hostTime.Begin();
        try
        {
            _result = call();
        }
        finally
        {
            HostServiceTimer.End();
        }
    }
}
