using System.Runtime.ExceptionServices;

namespace Memti.Hosting;

/// <summary>A call on a thread of its own, which the caller can leave to itself.</summary>
internal sealed class AbandonableCall<T>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExceptionDispatchInfo? _fault;
    private T? _result;

    /// <summary>Gives what the call gives, or throws what it throws.</summary>
    /// <exception cref="OperationCanceledException">The token said to wait no longer; the call goes on.</exception>
    public static T Run(Func<T> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var abandonable = new AbandonableCall<T>();
        new Thread(() => abandonable.Execute(call)) { IsBackground = true, Name = "memti plugin call" }.Start();
        return abandonable.Wait(cancellationToken);
    }

    private void Execute(Func<T> call)
    {
        try
        {
            _result = call();
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }

        _ended.SetResult();
    }

    private T Wait(CancellationToken cancellationToken)
    {
        _ended.Task.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        _fault?.Throw();
        return _result!;
    }
}
