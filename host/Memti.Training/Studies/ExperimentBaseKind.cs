using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Sweeps.Bases;
using Memti.Training.Experiments;

namespace Memti.Training.Studies;

/// <summary>Experiments as the base of a study: its points change their keys, and its rows are tasks in storage variants.</summary>
/// <param name="catalog">The loaded plugins.</param>
public sealed class ExperimentBaseKind(PluginCatalog catalog) : IStudyBaseKind
{
    /// <inheritdoc />
    public bool Reads(string path) => ExperimentTemplate.IsExperiment(path);

    /// <inheritdoc />
    public IStudyBase? Open(StudyBaseRequest request, ICollection<Diagnostic> findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        var template = ExperimentTemplate.Open(request.File, new CatalogKinds(catalog), out IReadOnlyList<Diagnostic> unreadable);
        IReadOnlyList<Diagnostic> wrong = [];
        Experiment? experiment = template?.With(request.Set, out wrong);
        foreach (Diagnostic finding in unreadable.Concat(wrong))
            findings.Add(finding);
        if (experiment?.Fluctuation is not null)
        {
            findings.Add(new Diagnostic(
                SweepCodes.BaseNotSwept,
                "the experiment studies fluctuating reads, whose result is a curve and not a row; memti experiment runs it, and a "
                    + "study has no axes over it.")
            {
                File = request.File,
                Key = "fluctuation",
            });
            return null;
        }

        return experiment is null ? null : new ExperimentBase(template!, experiment, request, catalog, cancellationToken);
    }
}
