using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Loading;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Projects;

/// <summary>What the stages of one command share.</summary>
/// <param name="request">The request.</param>
/// <param name="catalog">Loads the plugins, if they are needed.</param>
/// <param name="watch">Is told how far the stages are.</param>
/// <param name="cancellationToken">Ends the work between two steps; the next command goes on from there.</param>
public sealed class WeightBuild(WeightRequest request, Func<PluginCatalog> catalog, StageProgress watch, CancellationToken cancellationToken)
{
    private IReadOnlyList<InputFile>? _inputs;

    /// <summary>The request.</summary>
    public WeightRequest Request => request;

    /// <summary>Ends the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Is told how far the stages are.</summary>
    public StageProgress Watch => watch;

    /// <summary>The inputs as they were when the command first asked for them: what is changed later shows against these.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.FileUnreadable"/>.</exception>
    public IReadOnlyList<InputFile> Inputs => _inputs ??= InputFiles.Of(request);

    /// <summary>The plugins, loaded now at the latest.</summary>
    public PluginCatalog Catalog() => catalog();
}
