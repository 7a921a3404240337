using Polly;

namespace Memti.Plugins.Guarding;

/// <summary>
/// The timeout of calls into plugins, as a strategy of Polly. Polly's own timeout counts the time on the clock and asks the call to end; a
/// call into a plugin knows no token, and its own time alone may count (<see cref="OwnTime"/>).
/// </summary>
/// <param name="limit">Longest time of a call's own; infinite for none.</param>
/// <param name="showsStack">True to find out where a call stood that did not return. Asked at each call.</param>
/// <param name="scheduler">Says what the scheduler gave a thread. Asked at each call.</param>
internal sealed class OwnTimeLimit(TimeSpan limit, Func<bool> showsStack, Func<Func<string?, ProcessorShare?>> scheduler)
    : ResilienceStrategy
{
    /// <inheritdoc />
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            // The call runs on a thread of its own, and is over when it returns: there is nothing to await in it.
            Outcome<TResult> Call() => callback(context, state).Preserve().GetAwaiter().GetResult();
            return ValueTask.FromResult(
                TimeLimitedCall<Outcome<TResult>>.Run(Call, limit, showsStack(), scheduler(), context.CancellationToken));
        }
        catch (Exception error)
        {
            return Outcome.FromExceptionAsValueTask<TResult>(error);
        }
    }
}
