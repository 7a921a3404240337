using System.CommandLine;
using Memti.Arrays.Search;
using Memti.Host.Rendering;
using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Plugins.Output;
using Memti.Runs.Costs;
using Memti.Runs.Networks;
using Memti.Runs.Running;

namespace Memti.Host.Commands;

/// <summary>The plugins and cells of one invocation: the host's own, those next to the executable, and those that the user named.</summary>
internal sealed class HostSession : IDisposable
{
    /// <summary>Time limit of a plugin call in seconds for commands that train. A step over a whole batch of a wide network takes longer
    /// than any other call.</summary>
    public const double StepLimitSeconds = 600;

    private HostSession(PluginCatalog catalog, int exitCode) => (Catalog, ExitCode) = (catalog, exitCode);

    public PluginCatalog Catalog { get; }

    /// <summary>Exit code of a completed command: 1 if any plugin or cell failed to load, else 0.</summary>
    public int ExitCode { get; }

    /// <summary>Loads the plugins and cells, and prints their errors.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="cancellationToken">Stops waiting for a plugin.</param>
    /// <param name="timeLimitSeconds">Time limit of a plugin call when the command line has none; null for the default.</param>
    public static HostSession Open(ParseResult command, CancellationToken cancellationToken, double? timeLimitSeconds = null)
    {
        PluginSearch search = PluginSearch.BesideExecutable(command.GetValue(CommonOptions.PluginPath) ?? []);
        PluginCatalog catalog = Load(
            command,
            CommonOptions.Guard(command, TimeLimit(command, timeLimitSeconds)),
            search,
            isUnloadable: false,
            cancellationToken,
            CommonOptions.ArrayCache(command));
        bool errors = DiagnosticPrinter.Print(Console.Error, catalog.Diagnostics);
        return new HostSession(catalog, errors ? Commands.ExitCode.Findings : Commands.ExitCode.Done);
    }

    /// <summary>Loads the host's own plugins and those of a search. The caller prints their errors.</summary>
    /// <param name="command">The command line, whose commands no plugin can have.</param>
    /// <param name="guard">Guards every call. A guard that was used before does not call again what hung.</param>
    /// <param name="search">Where to search.</param>
    /// <param name="isUnloadable">True to unload the plugins with the catalog.</param>
    /// <param name="cancellationToken">Stops waiting for a plugin.</param>
    /// <param name="cache">Cache of solved arrays; null for none.</param>
    public static PluginCatalog Load(
        ParseResult command,
        PluginGuard guard,
        PluginSearch search,
        bool isUnloadable,
        CancellationToken cancellationToken,
        IBankCache? cache = null)
    {
        PluginOutput.Install();
        var networks = NetworkCatalog.BesideExecutable();
        var catalog = new PluginCatalog(guard, isUnloadable, cache)
        {
            Graphs = networks.ReadGraph,
            ReservedGroups = command.RootCommandResult.Command.Subcommands
                .Select(static known => known.Name)
                .ToHashSet(StringComparer.Ordinal),
        };
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        catalog.AddBuiltIn(BuiltInNetworks.Id, new BuiltInNetworks(networks));
        catalog.AddBuiltIn(BuiltInCosts.Id, new BuiltInCosts());
        catalog.AddFound(search, cancellationToken);
        return catalog;
    }

    /// <summary>The given time limit if the command line has none; null otherwise.</summary>
    public static double? TimeLimit(ParseResult command, double? seconds) =>
        command.GetResult(CommonOptions.PluginTimeLimit) is { Implicit: false } ? null : seconds;

    public void Dispose() => Catalog.Dispose();
}
