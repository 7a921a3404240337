using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>Documents that say in which version of their form they are written.</summary>
public static class VersionedDocument
{
    private const string Permitted = "1";

    /// <summary>The root of a file; null, with findings, when it cannot be read or has another version.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for findings: <c>experiment</c>.</param>
    /// <param name="key">The key of its version.</param>
    /// <param name="findings">What is wrong.</param>
    public static Section? Read(string path, string what, string key, FindingList findings)
    {
        if (SourceFile.Read(path, out string trouble) is { } source)
            return Read(source, path, key, findings);
        findings.Add(new Diagnostic(DiagnosticCode.FileUnreadable, $"{what} '{path}' cannot be read: {trouble}.") { File = path, Value = path });
        return null;
    }

    /// <summary>The root of a text; null, with findings, when it cannot be understood or has another version.</summary>
    public static Section? Read(SourceFile source, string file, string key, FindingList findings) =>
        YamlDocument.Read(source.Text, new DocumentOrigin(file), findings) is { } document && Section.Of(document, findings) is { } root && IsOfThisVersion(root, key, findings) ? root : null;

    /// <summary>True when a document has the version that this Memti reads.</summary>
    public static bool IsOfThisVersion(Section root, string key, FindingList findings)
    {
        Node? version = root.Require(key, Permitted);
        if (version is null or ScalarNode { Text: Permitted })
            return version is not null;
        findings.Add(DiagnosticCode.UnsupportedVersion, version.Place, $"'{key}' is {version.Shown}; permitted: {Permitted}.", version.Shown, Permitted);
        return false;
    }
}
