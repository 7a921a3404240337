using Memti.Abstractions;
using Memti.Scenarios;

namespace Memti.Training;

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
        Experiment? experiment = null;
        if (SourceFile.Read(path, out string trouble) is not { } source)
            found.Add(new Diagnostic(DiagnosticCode.FileUnreadable, $"experiment '{path}' cannot be read: {trouble}.") { File = path, Value = path });
        else if (YamlDocument.Read(source.Text, new DocumentOrigin(path), found) is { } document && Section.Of(document, found) is { } root && IsOfThisVersion(root, found))
            experiment = new ExperimentDocument(root, new KindSchemas(catalog), found).Read(path);
        findings = found.InFileOrder();
        return found.HasErrors ? null : experiment;
    }

    private static bool IsOfThisVersion(Section root, FindingList findings)
    {
        Node? version = root.Require(ExperimentKeys.Version, "1");
        if (version is null or ScalarNode { Text: "1" })
            return version is not null;
        findings.Add(DiagnosticCode.UnsupportedVersion, version.Place, $"'{ExperimentKeys.Version}' is {version.Shown}; permitted: 1.", version.Shown, "1");
        return false;
    }
}
