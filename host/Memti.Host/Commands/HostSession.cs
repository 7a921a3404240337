using System.CommandLine;
using System.Diagnostics;
using Memti.Host.Rendering;
using Memti.Hosting;

namespace Memti.Host.Commands;

/// <summary>The plugins and cells of one invocation: the host's own firmware, those beside the executable, and what the user named.</summary>
internal sealed class HostSession : IDisposable
{
    private readonly Lazy<CellCatalog> _cells;
    private bool _errors;

    private HostSession(PluginCatalog catalog, PluginSearch search)
    {
        Catalog = catalog;
        _errors = DiagnosticPrinter.Print(Console.Error, catalog.Diagnostics);
        _cells = new Lazy<CellCatalog>(() => Read(search));
    }

    public PluginCatalog Catalog { get; }

    /// <summary>The cells, read when first asked for; what is wrong with them is then printed.</summary>
    public CellCatalog Cells => _cells.Value;

    /// <summary>What a command returns that has done its work: a plugin or cell that could not be loaded is a finding, though others went on.</summary>
    public int ExitCode => _errors ? Commands.ExitCode.Findings : Commands.ExitCode.Done;

    /// <summary>Loads the plugins and prints what is wrong with them.</summary>
    public static HostSession Open(ParseResult command, CancellationToken cancellationToken)
    {
        // Stepping through a plugin under a debugger takes its time.
        PluginGuard guard = Debugger.IsAttached ? PluginGuard.Create() : new(TimeSpan.FromSeconds(command.GetValue(CommonOptions.PluginTimeLimit)));
        var catalog = new PluginCatalog(guard);
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        PluginSearch search = PluginSearch.BesideExecutable(command.GetValue(CommonOptions.PluginPath) ?? []);
        catalog.AddFound(search, cancellationToken);
        return new HostSession(catalog, search);
    }

    public void Dispose() => Catalog.Dispose();

    private CellCatalog Read(PluginSearch search)
    {
        CellCatalog cells = CellCatalog.Find(search);
        _errors |= DiagnosticPrinter.Print(Console.Error, cells.Diagnostics);
        return cells;
    }
}
