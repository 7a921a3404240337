using Polly;

namespace Memti.Plugins.Guarding;

/// <summary>
/// The timeout of calls into plugins, as a strategy of Polly. Polly's own timeout counts the time on the clock and asks the call to end; a
/// call into a plugin knows no token, and its own time alone may count (<see cref="OwnTime"/>).
/// </summary>
/// <param name="guard">Has the limit, and says whether to find out where a call stood.</param>
internal sealed class OwnTimeLimit(PluginGuard guard) : ResilienceStrategy
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
                TimeLimitedCall<Outcome<TResult>>.Run(Call, guard.Limit, guard.ShowsStack, guard.Scheduler, context.CancellationToken));
        }
        catch (Exception error)
        {
            return Outcome.FromExceptionAsValueTask<TResult>(error);
        }
    }
}
