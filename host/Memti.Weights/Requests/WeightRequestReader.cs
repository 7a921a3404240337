using Memti.Abstractions;
using Memti.Scenarios;

namespace Memti.Weights;

/// <summary>Reads requests: JSON, or YAML of the same form. Bad input gives findings, never an exception.</summary>
public static class WeightRequestReader
{
    /// <summary>Reads a request; null, with findings, when it cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">What is wrong, in the order of the file.</param>
    public static WeightRequest? ReadFile(string path, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        var found = new FindingList(path);
        WeightRequest? request = null;
        if (SourceFile.Read(path, out string trouble) is not { } source)
            found.Add(new Diagnostic(DiagnosticCode.FileUnreadable, $"request '{path}' cannot be read: {trouble}.") { File = path, Value = path });
        else if (YamlDocument.Read(source.Text, new DocumentOrigin(path), found) is { } document && Section.Of(document, found) is { } root && IsOfThisVersion(root, found))
            request = new WeightRequestDocument(root, path, found).Read();
        findings = found.InFileOrder();
        return found.HasErrors ? null : request;
    }

    private static bool IsOfThisVersion(Section root, FindingList findings)
    {
        Node? version = root.Require(RequestKeys.Version, "1");
        if (version is null or ScalarNode { Text: "1" })
            return version is not null;
        findings.Add(DiagnosticCode.UnsupportedVersion, version.Place, $"'{RequestKeys.Version}' is {version.Shown}; permitted: 1.", version.Shown, "1");
        return false;
    }
}
