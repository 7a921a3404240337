using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Projects;

/// <summary>State that the stages of one command share.</summary>
/// <param name="request">The request.</param>
/// <param name="catalog">Loads the plugins when they are needed.</param>
/// <param name="watch">Progress callbacks.</param>
/// <param name="cancellationToken">Stops the work between two steps. The next command continues from there.</param>
public sealed class WeightBuild(
    WeightRequest request, Func<PluginCatalog> catalog, StageProgress watch, CancellationToken cancellationToken)
{
    private readonly HashSet<Diagnostic> _found = [];
    private IReadOnlyList<InputFile>? _inputs;

    /// <summary>The request.</summary>
    public WeightRequest Request => request;

    /// <summary>Stops the work between two steps.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Progress callbacks.</summary>
    public StageProgress Watch => watch;

    /// <summary>The inputs at the first request for them. Later changes are detected against these.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.FileUnreadable"/>.</exception>
    public IReadOnlyList<InputFile> Inputs => _inputs ??= InputFiles.Of(request);

    /// <summary>Reports a finding of the stages' own files, once.</summary>
    public void Find(Diagnostic finding)
    {
        if (_found.Add(finding))
            watch.Noticed?.Invoke(finding);
    }

    /// <summary>The plugins. Loads them on the first call.</summary>
    public PluginCatalog Catalog() => catalog();
}
