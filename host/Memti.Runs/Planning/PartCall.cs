using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Runs.Planning;

/// <summary>
/// Words what a part of a supply throws during a run. Its calls stay on the thread of the run: there are many in a simulated second, and
/// whoever watches the run ends one that does not return.
/// </summary>
/// <param name="kind">The kind that it is of.</param>
/// <param name="guard">Words what the plugin threw.</param>
internal sealed class PartCall(Registration kind, PluginGuard guard)
{
    /// <summary>True for what a plugin must not throw.</summary>
    public static bool IsOfPlugin(Exception error) => error is not (MemtiException or OperationCanceledException);

    public MemtiException Threw(string what, Exception error) => guard.Fault(kind.Target(what), error);
}
