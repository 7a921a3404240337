using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;

namespace Memti.Training.Experiments;

/// <summary>Reads experiment files. Bad input gives findings, never an exception.</summary>
public static class ExperimentReader
{
    /// <summary>Reads an experiment; null, with findings, when it cannot be run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalog">What the loaded plugins offer.</param>
    /// <param name="findings">What is wrong, in the order of the file.</param>
    public static Experiment? ReadFile(string path, IKindCatalog catalog, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new FindingList(path);
        Experiment? experiment = VersionedDocument.Read(path, "experiment", ExperimentKeys.Version, found) is { } root ? new ExperimentDocument(root, new KindSchemas(catalog), found).Read(path) : null;
        findings = found.InFileOrder();
        return found.HasErrors ? null : experiment;
    }
}
