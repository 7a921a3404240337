using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios;

/// <summary>
/// A scenario file that is read under many overrides: its text is parsed once, and designs that an override leaves what they were are read
/// once. Variants are left out. Several threads may read at the same time.
/// </summary>
public sealed class ScenarioTemplate
{
    private readonly KindSchemas _kinds;
    private readonly KnownDesigns _known = new();
    private readonly SourceFile _source;
    private readonly MappingNode _document;

    private ScenarioTemplate(string file, SourceFile source, MappingNode document, KindSchemas kinds) =>
        (File, _source, _document, _kinds) = (file, source, document, kinds);

    /// <summary>The file, as the user named it.</summary>
    public string File { get; }

    /// <summary>SHA-256 of the file, in lower case hexadecimal digits.</summary>
    public string Sha256 => _source.Sha256;

    /// <summary>What the file says, without comments and layout: files of equal content give equal results.</summary>
    public string Content => NodeText.Of(_document);

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="catalog">What the loaded plugins offer.</param>
    /// <param name="findings">What is wrong with the text; what is wrong with its values is found when it is read.</param>
    /// <returns>The template; null when a finding is an error.</returns>
    public static ScenarioTemplate? Open(string path, IKindCatalog catalog, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new FindingList(path);
        ScenarioTemplate? template = ScenarioReader.Open(path, found) is { } source
            && ScenarioAssembly.ReadDocument(source, path, found) is { } document
            ? new ScenarioTemplate(path, source, document, new KindSchemas(catalog))
            : null;
        findings = found.InFileOrder();
        return found.HasErrors ? null : template;
    }

    /// <summary>The scenario under some overrides. Equal overrides give the same.</summary>
    /// <param name="overrides"><c>--set</c> expressions, applied in order.</param>
    public ScenarioResult With(params IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        FindingList findings = new(File);
        ScenarioSet? set = new ScenarioAssembly(_kinds, findings, _known).Assemble(_document, _source, File, overrides);
        return new ScenarioResult(findings.HasErrors ? null : set, findings.InFileOrder());
    }
}
