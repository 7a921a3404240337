using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
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
        var found = new FindingList(path);
        Experiment? experiment = VersionedDocument.Read(path, "experiment", ExperimentKeys.Version, found) is { } root
            ? new ExperimentDocument(root, new KindSchemas(catalog), found).Read(path)
            : null;
        findings = found.InFileOrder();
        return found.HasErrors ? null : experiment;
    }
}
