using System.Collections.Concurrent;
using System.Diagnostics;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Output;
using Polly;

namespace Memti.Plugins.Guarding;

/// <summary>
/// Calls plugin code so that it can neither hang the host nor throw at it something that names no plugin. Every call has a thread of its
/// own; one that does not return in time is abandoned there, and as a background thread does not keep the process alive.
/// </summary>
/// <remarks>
/// The time of a call is the plugin's own (<see cref="OwnTime"/>): neither the host's services nor a busy machine count against it. What
/// hung once is not called again. Out of reach are a stack overflow, a process that plugin code ends itself, and memory that native code
/// destroys: .NET ends the process for these. An abandoned call goes on using its processor until the process ends.
/// </remarks>
public sealed class PluginGuard
{
    private readonly ResiliencePipeline _pipeline;
    private readonly ConcurrentDictionary<(string Plugin, string? Kind), MemtiException> _hung = new();

    /// <summary>Makes a guard.</summary>
    /// <param name="limit">Longest time of one call, 10 ms to a day; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its range.</exception>
    public PluginGuard(TimeSpan limit)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit < TimeSpan.FromMilliseconds(10) || limit > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Permitted: 10 ms to a day, or infinite.");
        Limit = limit;
        _pipeline = new ResiliencePipelineBuilder()
            .AddStrategy(_ => new OwnTimeLimit(this), new OwnTimeLimitOptions())
            .Build();
    }

    /// <summary>The limit unless the host is told another: 10 s.</summary>
    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Longest time of one call, time apart that the host takes for what the plugin asks of it; <see cref="Timeout.InfiniteTimeSpan"/>
    /// for none.
    /// </summary>
    public TimeSpan Limit { get; }

    /// <summary>True when findings say where in the plugin it happened. Default: false.</summary>
    public bool ShowsStack { get; init; }

    /// <summary>Says what the scheduler gave a thread; tests state it.</summary>
    internal Func<string?, ProcessorShare?> Scheduler { get; init; } = SchedulerStatistics.Read;

    /// <summary>
    /// A guard with the default limit, or with none while a debugger is attached: stepping through a plugin takes its time.
    /// </summary>
    public static PluginGuard Create() => new(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : DefaultLimit);

    /// <summary>Calls plugin code.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="file">Its assembly as messages name it; null for a plugin of the host.</param>
    /// <param name="what">What is called, such as <c>Register</c>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the wait; the call itself is abandoned.</param>
    /// <exception cref="MemtiException">As the other overload.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public T Call<T>(string pluginId, string? file, string what, Func<T> call, CancellationToken cancellationToken = default) =>
        Call(new PluginCall(pluginId, file, what, null), call, cancellationToken);

    /// <summary>Calls plugin code.</summary>
    /// <param name="target">What is called.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the wait; the call itself is abandoned.</param>
    /// <exception cref="MemtiException">
    /// What the plugin threw itself, unchanged; or <see cref="DiagnosticCode.PluginThrew"/>, <see cref="DiagnosticCode.PluginInvalid"/>
    /// for null, <see cref="PluginCodes.PluginTimedOut"/>, <see cref="PluginCodes.PluginDependencyMissing"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public T Call<T>(PluginCall target, Func<T> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(call);
        RefuseHung(target);
        try
        {
            // An abandoned call keeps its context: it is not given back to a pool.
            ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
            ValueTask<Outcome<T>> outcome = _pipeline.ExecuteOutcomeAsync(
                (_, _) => Outcome.FromResultAsValueTask(PluginOutput.Run(target.PluginId, call)), context, target);
            return ResultOf(outcome.AsTask().GetAwaiter().GetResult());
        }
        catch (CallHungException hung)
        {
            throw _hung[(target.PluginId, target.Kind)] = PluginError.TimedOut(target, Limit, hung.Stack);
        }
        catch (Exception error) when (error is not MemtiException && !IsOf(error, cancellationToken))
        {
            throw Fault(target, error);
        }
    }

    private static T ResultOf<T>(Outcome<T> outcome)
    {
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    /// <summary>The finding about what plugin code threw, where it was called without the guard.</summary>
    public MemtiException Fault(PluginCall target, Exception error)
    {
        ArgumentNullException.ThrowIfNull(target);
        return error is NullAnswerException missing ? PluginError.GaveNull(target, missing) : PluginError.Threw(target, error, ShowsStack);
    }

    /// <summary>The lines of a stack that are the plugin's, as findings show them.</summary>
    /// <param name="stack">The stack; null for none.</param>
    /// <returns>The lines, each behind a line break; empty for none.</returns>
    public static string LinesOf(string? stack) => PluginError.Lines(stack);

    /// <summary>A plugin that hangs would hang again: one call says so for all.</summary>
    private void RefuseHung(PluginCall target)
    {
        if (_hung.TryGetValue((target.PluginId, target.Kind), out MemtiException? before)
            || _hung.TryGetValue((target.PluginId, null), out before))
            throw new MemtiException(before.Diagnostic);
    }

    private static bool IsOf(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
