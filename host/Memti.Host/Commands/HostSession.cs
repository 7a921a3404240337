using System.CommandLine;
using System.Diagnostics;
using Memti.Host.Rendering;
using Memti.Hosting;

namespace Memti.Host.Commands;

/// <summary>The plugins of one invocation: the host's own firmware, those beside the executable, and what the user named.</summary>
internal sealed class HostSession : IDisposable
{
    private HostSession(PluginCatalog catalog, int exitCode) => (Catalog, ExitCode) = (catalog, exitCode);

    public PluginCatalog Catalog { get; }

    /// <summary>What a command returns that has done its work: a plugin that could not be loaded is a finding, though others went on.</summary>
    public int ExitCode { get; }

    /// <summary>Loads the plugins and prints what is wrong with them.</summary>
    public static HostSession Open(ParseResult command, CancellationToken cancellationToken)
    {
        // Stepping through a plugin under a debugger takes its time.
        PluginGuard guard = Debugger.IsAttached ? PluginGuard.Create() : new(TimeSpan.FromSeconds(command.GetValue(CommonOptions.PluginTimeLimit)));
        var catalog = new PluginCatalog(guard);
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        catalog.AddFound(PluginSearch.BesideExecutable(command.GetValue(CommonOptions.PluginPath) ?? []), cancellationToken);
        bool errors = DiagnosticPrinter.Print(Console.Error, catalog.Diagnostics);
        return new HostSession(catalog, errors ? Commands.ExitCode.Findings : Commands.ExitCode.Done);
    }

    public void Dispose() => Catalog.Dispose();
}
