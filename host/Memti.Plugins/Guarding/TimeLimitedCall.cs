using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Memti.Plugins.Guarding;

/// <summary>A call on a thread of its own, which the caller can leave to itself.</summary>
internal sealed class TimeLimitedCall<T>
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HostServiceTimer _hostTime = new();
    private ExceptionDispatchInfo? _fault;
    private T? _result;

    /// <summary>Gives what the call gives, or throws what it throws.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">Longest time of the call, time inside the host apart.</param>
    /// <param name="timeout">Says that the limit has passed, time inside the host included.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <exception cref="OperationCanceledException">A token said to wait no longer; the call goes on.</exception>
    public static T Run(Func<T> call, TimeSpan limit, CancellationToken timeout, CancellationToken cancellationToken)
    {
        timeout.ThrowIfCancellationRequested();
        var abandonable = new TimeLimitedCall<T>();
        long start = Stopwatch.GetTimestamp();
        CallThread.Start(() => abandonable.Execute(call));
        abandonable.Wait(start, limit, timeout, cancellationToken);
        abandonable._fault?.Throw();
        return abandonable._result!;
    }

    private void Execute(Func<T> call)
    {
        _hostTime.Begin();
        try
        {
            _result = call();
        }
        catch (Exception error)
        {
            _fault = ExceptionDispatchInfo.Capture(error);
        }

        HostServiceTimer.End();
        _ended.SetResult();
    }

    private void Wait(long start, TimeSpan limit, CancellationToken timeout, CancellationToken cancellationToken)
    {
        try
        {
            _ended.Task.WaitAsync(timeout).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            while (Left(start, limit) is var left && left > TimeSpan.Zero)
                if (_ended.Task.Wait((int)Math.Ceiling((left > ShortestWait ? left : ShortestWait).TotalMilliseconds), cancellationToken))
                    return;
            throw;
        }
    }

    /// <summary>What is left of the limit, for the plugin alone.</summary>
    private TimeSpan Left(long start, TimeSpan limit) => limit - (Stopwatch.GetElapsedTime(start) - _hostTime.Elapsed);
}
