using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Overrides;

namespace Memti.Training.Experiments;

/// <summary>
/// An experiment that is read under many overrides. A task or a storage variant is named in a key: <c>storage.NAME.prune=0.5</c>.
/// </summary>
internal sealed class ExperimentTemplate
{
    private static readonly DocumentKey[] Lists = [ExperimentKeys.Tasks, ExperimentKeys.Storage];

    private readonly string _file;
    private readonly MappingNode _document;
    private readonly KindSchemas _kinds;

    private ExperimentTemplate(string file, SourceFile source, MappingNode document, KindSchemas kinds) =>
        (_file, Sha256, _document, _kinds) = (file, source.Sha256, document, kinds);

    /// <summary>SHA-256 of the file.</summary>
    public string Sha256 { get; }

    /// <summary>What the file says, without comments and layout.</summary>
    public string Content => NodeText.Of(_document);

    /// <summary>True for a file that says that it is an experiment; false for any other, and for one that cannot be read.</summary>
    public static bool IsExperiment(string path) =>
        SourceFile.Read(path, out _) is { } source && VersionedDocument.Says(source.Text, ExperimentKeys.Version);

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalog">Kinds of the loaded plugins.</param>
    /// <param name="findings">What is wrong with its text.</param>
    public static ExperimentTemplate? Open(string path, IKindCatalog catalog, out IReadOnlyList<Diagnostic> findings)
    {
        var found = new FindingList(path);
        ExperimentTemplate? template = null;
        if (SourceFile.Read(path, out string trouble) is not { } source)
            found.Add(VersionedDocument.Unreadable(path, "experiment", trouble));
        else if (VersionedDocument.Read(source, path, ExperimentKeys.Version, found) is { } root)
            template = new ExperimentTemplate(path, source, root.Node, new KindSchemas(catalog));
        findings = found.InFileOrder();
        return found.HasErrors ? null : template;
    }

    /// <summary>The experiment under some overrides; null, with findings, where it cannot be.</summary>
    /// <param name="overrides"><c>key=value</c>, applied in order.</param>
    /// <param name="findings">What is wrong.</param>
    public Experiment? With(IReadOnlyList<string> overrides, out IReadOnlyList<Diagnostic> findings)
    {
        var found = new FindingList(_file);
        MappingNode document = _document;
        foreach (SetExpression set in SetExpression.ReadAll(overrides, found))
            if (NamesItems(set.Root, found))
                document = Overlay.Set(document, set.Root);
        Experiment? experiment = found.HasErrors
            ? null
            : new ExperimentDocument(new Section(document, found), _kinds, found).Read(_file);
        findings = found.InFileOrder();
        return experiment;
    }

    /// <summary>False, with a finding, where an expression names an item that its list does not have.</summary>
    private bool NamesItems(MappingNode set, FindingList findings)
    {
        MappingEntry entry = set.Entries[0];
        if (!Lists.Any(list => list.Name == entry.Key) || entry.Value is not MappingNode items)
            return true;
        string[] names = [.. ((_document.Find(entry.Key) as SequenceNode)?.Items ?? []).Select(ItemName.Of).OfType<string>()];
        foreach (MappingEntry item in items.Entries.Where(item => !names.Contains(item.Key)))
            findings.UnknownWord(
                DocumentCodes.UnknownKey, item.Place, item.Key, $"'{entry.Key}' of the experiment has no item of that name", names);
        return items.Entries.All(item => names.Contains(item.Key));
    }
}
