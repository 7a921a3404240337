using Memti.Abstractions.Diagnostics;
using Memti.Scenarios.Kinds;

namespace Memti.Training.Experiments;

/// <summary>Reads experiment files. Invalid input gives findings, never an exception.</summary>
public static class ExperimentReader
{
    /// <summary>Reads an experiment; null, with findings, when it is not usable.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="catalog">Kinds of the loaded plugins.</param>
    /// <param name="findings">All findings, in the order of the file.</param>
    public static Experiment? ReadFile(string path, IKindCatalog catalog, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(catalog);
        ExperimentTemplate? template = ExperimentTemplate.Open(path, catalog, out findings);
        IReadOnlyList<Diagnostic> found = [];
        Experiment? experiment = template?.With([], out found);
        findings = [.. findings, .. found];
        return experiment;
    }
}
