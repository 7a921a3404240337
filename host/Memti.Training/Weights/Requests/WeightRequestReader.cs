using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Training.Weights.Requests;

/// <summary>Reads requests in JSON or YAML. Invalid input gives findings, never an exception.</summary>
public static class WeightRequestReader
{
    /// <summary>Reads a request; null, with findings, when it is not usable.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">All findings, in the order of the file.</param>
    public static WeightRequest? ReadFile(string path, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        var found = new FindingList(path);
        WeightRequest? request = VersionedDocument.Read(path, "request", RequestKeys.Version, found) is { } root
            ? new WeightRequestDocument(root, path, found).Read()
            : null;
        findings = found.InFileOrder();
        return found.HasErrors ? null : request;
    }
}
