using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Hosting;

namespace Memti.Host.Commands;

/// <summary>The plugins of one invocation: the host's own firmware, those beside the executable, and what the user named.</summary>
internal sealed class HostSession : IDisposable
{
    private HostSession(PluginCatalog catalog, bool hasErrors) => (Catalog, HasErrors) = (catalog, hasErrors);

    public PluginCatalog Catalog { get; }

    /// <summary>True when a plugin could not be loaded.</summary>
    public bool HasErrors { get; }

    /// <summary>Loads the plugins and prints what is wrong with them.</summary>
    public static HostSession Open(ParseResult command, CancellationToken cancellationToken)
    {
        var guard = new PluginGuard(TimeSpan.FromSeconds(command.GetValue(CommonOptions.PluginTimeLimit)));
        var catalog = new PluginCatalog(guard);
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        catalog.AddFound(PluginSearch.BesideExecutable(command.GetValue(CommonOptions.PluginPath) ?? []), cancellationToken);
        return new HostSession(catalog, DiagnosticPrinter.Print(Console.Error, catalog.Diagnostics));
    }

    public void Dispose() => Catalog.Dispose();
}
