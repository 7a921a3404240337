using System.CommandLine;
using System.Diagnostics;
using Memti.Arrays.Search;
using Memti.Host.Rendering;
using Memti.Plugins.Loading;
using Memti.Runs.Networks;
using Memti.Runs.Runs;

namespace Memti.Host.Commands;

/// <summary>The plugins and cells of one invocation: the host's own firmware and networks, those beside the executable, and what the user named.</summary>
internal sealed class HostSession : IDisposable
{
    /// <summary>Longest time of one call, in seconds, for commands that train: a step over a whole batch of a wide network takes longer than any other call into a plugin.</summary>
    public const double StepLimitSeconds = 600;

    private HostSession(PluginCatalog catalog, int exitCode) => (Catalog, ExitCode) = (catalog, exitCode);

    public PluginCatalog Catalog { get; }

    /// <summary>What a command returns that has done its work: a plugin or cell that could not be loaded is a finding, though others went on.</summary>
    public int ExitCode { get; }

    /// <summary>Loads the plugins and cells and prints what is wrong with them.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <param name="timeLimitSeconds">Longest time of one call into a plugin where the command line does not say; null for the usual one.</param>
    public static HostSession Open(ParseResult command, CancellationToken cancellationToken, double? timeLimitSeconds = null)
    {
        PluginSearch search = PluginSearch.BesideExecutable(command.GetValue(CommonOptions.PluginPath) ?? []);
        PluginCatalog catalog = Load(command, search, TimeLimit(command, timeLimitSeconds), isUnloadable: false, cancellationToken, CommonOptions.ArrayCache(command));
        bool errors = DiagnosticPrinter.Print(Console.Error, catalog.Diagnostics);
        return new HostSession(catalog, errors ? Commands.ExitCode.Findings : Commands.ExitCode.Done);
    }

    /// <summary>Loads what a search finds beside the host's own; what is wrong with it is for the caller to say.</summary>
    /// <param name="command">Gives the time limit unless the caller does.</param>
    /// <param name="search">Where to look.</param>
    /// <param name="timeLimitSeconds">Longest time of one call into a plugin; null for the command line's.</param>
    /// <param name="isUnloadable">True when the plugins shall be unloaded with the catalog.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <param name="cache">Solved arrays of earlier runs; null for none.</param>
    public static PluginCatalog Load(
        ParseResult command, PluginSearch search, double? timeLimitSeconds, bool isUnloadable, CancellationToken cancellationToken, IBankCache? cache = null)
    {
        // Stepping through a plugin under a debugger takes its time.
        double limit = timeLimitSeconds ?? command.GetValue(CommonOptions.PluginTimeLimit);
        PluginGuard guard = Debugger.IsAttached ? PluginGuard.Create() : new(TimeSpan.FromSeconds(limit));
        var catalog = new PluginCatalog(guard, isUnloadable, cache);
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        catalog.AddBuiltIn(BuiltInNetworks.Id, new BuiltInNetworks());
        catalog.AddFound(search, cancellationToken);
        return catalog;
    }

    /// <summary>A time limit for where the command line does not say one; null where it does.</summary>
    public static double? TimeLimit(ParseResult command, double? seconds) => command.GetResult(CommonOptions.PluginTimeLimit) is { Implicit: false } ? null : seconds;

    public void Dispose() => Catalog.Dispose();
}
