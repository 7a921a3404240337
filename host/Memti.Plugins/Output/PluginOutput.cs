using System.Collections.Concurrent;

namespace Memti.Plugins.Output;

/// <summary>
/// Keeps what plugins print apart from results. Once installed, standard output belongs to the host alone: what a plugin prints goes to
/// standard error, each line behind the plugin's id.
/// </summary>
/// <remarks>
/// A line is named where plugin code writes to <see cref="Console.Out"/>, on its own threads too. What it writes to the stream of
/// standard output itself, from native code or from a child process, goes to standard error without a name.
/// </remarks>
public static class PluginOutput
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<string?> Plugin = new();
    private static readonly ConcurrentDictionary<string, int> Calls = new(StringComparer.Ordinal);

    private static TextWriter? _results;
    private static TextWriter? _errors;

    /// <summary>The plugin whose code runs now, on this thread or on one that started this; null in the host.</summary>
    internal static string? Current => Plugin.Value;

    /// <summary>The plugins that have a call now, on whatever thread.</summary>
    internal static IEnumerable<string> Called => Calls.Where(static plugin => plugin.Value > 0).Select(static plugin => plugin.Key);

    /// <summary>Takes standard output for the host, for the rest of the process. A second call does nothing.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_results is not null)
                return;
            (TextWriter results, TextWriter errors) = (Console.Out, Console.Error); // opened before the handle moves
            StandardOutputHandle.PointAtErrors();
            Use(new RoutedWriter(results, errors), errors);
        }
    }

    /// <summary>Runs plugin code.</summary>
    /// <param name="pluginId">Whose code it is.</param>
    /// <param name="call">The code.</param>
    public static T Run<T>(string pluginId, Func<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        string? outer = Plugin.Value;
        Plugin.Value = pluginId;
        Calls.AddOrUpdate(pluginId, 1, static (_, calls) => calls + 1);
        try
        {
            return call();
        }
        finally
        {
            Plugin.Value = outer;
            Calls.AddOrUpdate(pluginId, 0, static (_, calls) => calls - 1);
            Restore();
        }
    }

    /// <summary>Makes a writer the console's, and puts it back whenever plugin code has set another.</summary>
    internal static void Use(RoutedWriter results, TextWriter errors)
    {
        Console.SetOut(results);
        (_results, _errors) = (Console.Out, errors);
    }

    /// <summary>Leaves the console to whoever sets it next.</summary>
    internal static void Release() => (_results, _errors) = (null, null);

    // The host's results must not go to the writer of a plugin that was done with its call.
    private static void Restore()
    {
        if (_results is null)
            return;
        if (Console.Out != _results)
            Console.SetOut(_results);
        if (Console.Error != _errors)
            Console.SetError(_errors!);
        Console.Out.Flush(); // half a line of the plugin does not wait for its other half
    }
}
