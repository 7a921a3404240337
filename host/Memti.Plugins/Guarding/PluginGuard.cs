using System.Diagnostics;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Output;
using Polly;
using Polly.Timeout;

namespace Memti.Plugins.Guarding;

/// <summary>
/// Calls plugin code so that it can neither hang the host nor throw at it something that names no plugin. Every call has a thread of its
/// own; one that does not return in time is abandoned there, and as a background thread does not keep the process alive.
/// </summary>
/// <remarks>
/// Out of reach are a stack overflow, a process that plugin code ends itself, and memory that native code destroys: .NET ends the
/// process for these. An abandoned call goes on using its processor until the process ends.
/// </remarks>
public sealed class PluginGuard
{
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Makes a guard.</summary>
    /// <param name="limit">Longest time of one call, 10 ms to a day; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its range.</exception>
    public PluginGuard(TimeSpan limit)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit < TimeSpan.FromMilliseconds(10) || limit > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Permitted: 10 ms to a day, or infinite.");
        Limit = limit;
        _pipeline = limit == Timeout.InfiniteTimeSpan
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder().AddTimeout(limit).Build();
    }

    /// <summary>The limit unless the host is told another: 10 s.</summary>
    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Longest time of one call, time apart that the host takes for what the plugin asks of it; <see cref="Timeout.InfiniteTimeSpan"/>
    /// for none.
    /// </summary>
    public TimeSpan Limit { get; }

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
    /// <exception cref="MemtiException">
    /// What the plugin threw itself, unchanged; or <see cref="DiagnosticCode.PluginThrew"/>, <see cref="PluginCodes.PluginTimedOut"/>,
    /// <see cref="PluginCodes.PluginDependencyMissing"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public T Call<T>(string pluginId, string? file, string what, Func<T> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            T Named() => PluginOutput.Run(pluginId, call);
            return _pipeline.Execute(timeout => TimeLimitedCall<T>.Run(Named, Limit, timeout, cancellationToken), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw PluginError.TimedOut(pluginId, file, what, Limit);
        }
        catch (Exception error) when (error is not MemtiException && !IsOf(error, cancellationToken))
        {
            throw PluginError.Threw(pluginId, file, what, error);
        }
    }

    private static bool IsOf(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
