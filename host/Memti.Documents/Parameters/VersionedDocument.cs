using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
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
    public static Section? Read(string path, string what, DocumentKey<Node?> key, FindingList findings)
    {
        if (SourceFile.Read(path, out string trouble) is { } source)
            return Read(source, path, key, findings);
        findings.Add(Unreadable(path, what, trouble));
        return null;
    }

    /// <summary>The finding for a file that cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is: <c>experiment</c>.</param>
    /// <param name="trouble">Why it cannot be read.</param>
    public static Diagnostic Unreadable(string path, string what, string trouble) =>
        new(DiagnosticCode.FileUnreadable, $"{what} '{path}' cannot be read: {trouble}.") { File = path, Value = path };

    /// <summary>The root of a text; null, with findings, when it cannot be understood or has another version.</summary>
    public static Section? Read(SourceFile source, string file, DocumentKey<Node?> key, FindingList findings) =>
        YamlDocument.Read(source.Text, new DocumentOrigin(file), findings) is { } document
        && Section.Of(document, findings) is { } root
        && IsOfThisVersion(root, key)
            ? root
            : null;

    /// <summary>The key in which a document says its version.</summary>
    public static DocumentKey<Node?> KeyOf(string name) =>
        new(name, "Version of the format", new FixedType(static () => new JsonObject { ["const"] = 1 })) { Required = Permitted };

    /// <summary>True for a text that has the key of a version at its top level.</summary>
    /// <param name="text">The text of a file.</param>
    /// <param name="key">The key of the version.</param>
    public static bool Says(string text, DocumentKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        return text.Split('\n').Any(line => line.StartsWith(key.Name + ":", StringComparison.Ordinal));
    }

    /// <summary>True when a document has the version that this Memti reads.</summary>
    /// <param name="root">The document.</param>
    /// <param name="key">The key of its version.</param>
    /// <param name="code">The code of a finding.</param>
    public static bool IsOfThisVersion(Section root, DocumentKey<Node?> key, string code = DocumentCodes.UnsupportedVersion)
    {
        if (key.Read(root) is not { } version)
            return false;
        if (version is ScalarNode { Text: Permitted })
            return true;
        root.Findings.Add(code, version.Place, $"'{key.Name}' is {version.Shown}; permitted: {Permitted}.", version.Shown, Permitted);
        return false;
    }
}
