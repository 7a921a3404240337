using System.Threading.Tasks.Sources;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;

namespace Memti.Simulation.Masters.Managed;

/// <summary>
/// The operation that firmware awaits, reused for each. Continuations run synchronously on the thread of the event loop: simulated time
/// must not depend on a scheduler.
/// </summary>
internal sealed class Completion : IValueTaskSource, IValueTaskSource<Frame?>, IValueTaskSource<bool>
{
    private Action<object?>? _continuation;
    private object? _state;
    private Frame? _frame;
    private short _version;
    private bool _answer;

    /// <summary>True from the start of an operation to its completion.</summary>
    public bool IsPending { get; private set; }

    public ValueTask Begin()
    {
        Reset();
        return new(this, _version);
    }

    public ValueTask<Frame?> BeginFrame()
    {
        Reset();
        return new(this, _version);
    }

    /// <summary>Begins an operation with an answer: a wait for an event of streams, or a read of bytes.</summary>
    public ValueTask<bool> BeginEvent()
    {
        Reset();
        return new(this, _version);
    }

    /// <summary>Completes an operation with its answer.</summary>
    /// <param name="answer">False at the end of the workload, and for bytes that cannot be read.</param>
    public void CompleteEvent(bool answer)
    {
        _answer = answer;
        Complete();
    }

    public void Complete(Frame? frame = null)
    {
        (Action<object?>? continuation, object? state) = (_continuation, _state);
        // Cleared before the call, because the continuation starts the next operation.
        (_frame, IsPending, _continuation, _state) = (frame, false, null, null);
        continuation?.Invoke(state);
    }

    /// <summary>Forgets the firmware that waits: it lost power and never goes on.</summary>
    public void Abandon() => (_frame, IsPending, _continuation, _state, _version) = (null, false, null, null, (short)(_version + 1));

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        Check(token, mustBeComplete: true);
        return _answer;
    }

    void IValueTaskSource.GetResult(short token) => Check(token, mustBeComplete: true);

    Frame? IValueTaskSource<Frame?>.GetResult(short token)
    {
        Check(token, mustBeComplete: true);
        return _frame;
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        Check(token, mustBeComplete: false);
        return IsPending ? ValueTaskSourceStatus.Pending : ValueTaskSourceStatus.Succeeded;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token, mustBeComplete: false);
        if (!IsPending)
            continuation(state);
        else if (_continuation is null)
            (_continuation, _state) = (continuation, state);
        else
            throw Illegal("an operation is awaited twice");
    }

    public static MemtiException Illegal(string what) =>
        new(DiagnosticCode.IllegalOperation, $"The firmware asked for what cannot be: {what}.");

    private void Reset()
    {
        _version++;
        (IsPending, _frame) = (true, null);
    }

    private void Check(short token, bool mustBeComplete)
    {
        if (token != _version || (mustBeComplete && IsPending))
            throw Illegal("the result of an operation is taken after a later one began, or before it is complete");
    }
}
