using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Reads a layer table in one of its forms.</summary>
internal static class LayerTableFile
{
    /// <summary>Reads one form.</summary>
    /// <param name="source">The text.</param>
    /// <param name="file">How findings name the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>Name and layers; null where they cannot be used.</returns>
    public delegate (string Name, IReadOnlyList<Layer> Layers)? Form(SourceFile source, string file, FindingList findings);

    public static NetworkResult Read(string path, string file, Form form)
    {
        SourceFile? source = SourceFile.Read(path, out string trouble);
        if (source is null)
            return new NetworkResult(
                null,
                [new Diagnostic(DiagnosticCode.FileUnreadable, $"network file '{file}' cannot be read: {trouble}.") {
                    File = file,
                    Value = file
                }]);
        if (KnownFile.Of(source.Text) is { } known)
            return new NetworkResult(null, [known.Refusal(file, "a network")]);
        FindingList findings = new(file);
        (string Name, IReadOnlyList<Layer> Layers)? read = form(source, file, findings);
        NetworkTable? table = read is { } made && !findings.HasErrors
            ? new NetworkTable(made.Name, made.Layers) { File = file, Sha256 = source.Sha256 }
            : null;
        return new NetworkResult(table, findings.InFileOrder());
    }
}
