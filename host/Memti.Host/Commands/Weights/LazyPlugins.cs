using System.CommandLine;
using Memti.Host.Rendering.Weights;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;

namespace Memti.Host.Commands.Weights;

/// <summary>
/// The plugins of a request and of its command line, loaded when a stage first needs them. A build with nothing to do loads none.
/// </summary>
internal sealed class LazyPlugins(
    ParseResult parsed, IReadOnlyList<string> paths, WeightsWriter writer, CancellationToken cancellationToken) : IDisposable
{
    private PluginCatalog? _catalog;

    /// <summary>Exit code of a completed command: 1 if any plugin failed to load, else 0.</summary>
    public int ExitCode { get; private set; }

    public PluginCatalog Catalog()
    {
        if (_catalog is not null)
            return _catalog;
        PluginSearch search = PluginSearch.BesideExecutable(paths);
        _catalog = HostSession.Load(
            parsed,
            CommonOptions.Guard(parsed, HostSession.TimeLimit(parsed, HostSession.StepLimitSeconds)),
            search,
            isUnloadable: false,
            cancellationToken);
        writer.Findings(_catalog.Diagnostics);
        if (_catalog.Diagnostics.Any(static finding => finding.Severity == Memti.Abstractions.Diagnostics.Severity.Error))
            ExitCode = Commands.ExitCode.Findings;
        return _catalog;
    }

    public void Dispose() => _catalog?.Dispose();
}
