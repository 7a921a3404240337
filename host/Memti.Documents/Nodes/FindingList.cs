using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Names;

namespace Memti.Documents.Nodes;

/// <summary>Collects findings, each once: designs share the values that they do not override.</summary>
/// <param name="mainFile">The file whose findings come first.</param>
public sealed class FindingList(string? mainFile)
{
    /// <summary>What stands for a file in findings of <c>--set</c> expressions.</summary>
    public const string CommandLineFile = "--set";

    private const int Most = 1000;

    private readonly List<Diagnostic> _findings = [];
    private readonly HashSet<Diagnostic> _known = [];

    /// <summary>True when no more are taken: the document is beyond mending by a list.</summary>
    public bool IsFull => _findings.Count >= Most;

    /// <summary>Number of findings.</summary>
    public int Count => _findings.Count;

    /// <summary>True when one of the findings is an error.</summary>
    public bool HasErrors => _findings.Exists(static finding => finding.Severity == Severity.Error);

    /// <summary>
    /// All findings in the order of the scenario file, then of the calibration file, then of the <c>--set</c> expressions.
    /// </summary>
    public IReadOnlyList<Diagnostic> InFileOrder() =>
        [.. _findings.OrderBy(Rank).ThenBy(static finding => finding.Line).ThenBy(static finding => finding.Column)];

    /// <summary>Adds a finding, unless the same one is already there or the list is full.</summary>
    public void Add(Diagnostic finding)
    {
        if (!IsFull && _known.Add(finding))
            _findings.Add(finding);
    }

    /// <summary>Reports a finding at a place. A finding that is already there is not added again.</summary>
    public void Add(string code, SourceLocation place, string message, string? value = null, string? permitted = null) =>
        Add(new Diagnostic(code, message)
        {
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Key = place.Key.Length == 0 ? null : place.Key,
            Value = value,
            Permitted = permitted,
        });

    /// <summary>Reports a value of another type than the key takes.</summary>
    public void WrongType(Node node, string permitted) =>
        Add(DocumentCodes.WrongType, node.Place, $"{Name(node.Place)} is {node.Shown}; permitted: {permitted}.", node.Shown, permitted);

    /// <summary>A number in quotes, which make it text.</summary>
    public void QuotedNumber(ScalarNode node, string permitted) => Add(
        DocumentCodes.WrongType,
        node.Place,
        $"{Name(node.Place)} is text, the number {node.Text} in quotes; permitted: {permitted}, without the quotes: {node.Text}.",
        node.Shown,
        permitted);

    /// <summary>Reports a value outside what is permitted.</summary>
    public void OutOfRange(Node node, string permitted) =>
        Add(
            DiagnosticCode.ValueOutOfRange,
            node.Place,
            $"{Name(node.Place)} is {node.Shown}; permitted: {permitted}.",
            node.Shown,
            permitted);

    /// <summary>A key that must be there. A null that took it away is where the finding points; else the mapping that lacks it.</summary>
    public void Missing(MappingNode mapping, string key, string permitted)
    {
        SourceLocation place = mapping.Find(key)?.Place ?? mapping.Place.Below(key);
        Add(DocumentCodes.MissingKey, place, $"{Name(place)} is missing; permitted: {permitted}.", permitted: permitted);
    }

    /// <summary>Reports a key that is not among the known ones, with the nearest of them.</summary>
    public void UnknownKey(MappingEntry entry, IEnumerable<string> known)
    {
        IReadOnlyList<string> keys = [.. known];
        string text = $"{Name(entry.Place)} is not a key that is read here; {Suggestion(entry.Key, keys, out string permitted)}";
        Add(DocumentCodes.UnknownKey, entry.Place, text, entry.Key, permitted);
    }

    /// <summary>A word that names nothing.</summary>
    public void UnknownWord(string code, SourceLocation place, string written, string what, IReadOnlyList<string> known) =>
        Add(code, place, $"{Name(place)} is {written}, but {what}; {Suggestion(written, known, out string permitted)}", written, permitted);

    /// <summary>A key or word as it was once spelled, which is taken.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="written">As it is written.</param>
    /// <param name="now">As it is spelled now.</param>
    public void FormerSpelling(SourceLocation place, string written, string now) =>
        Add(Notice(place, $"{Name(place)}: '{written}' is a former spelling, and is taken; write `{now}`.", written, now));

    private static Diagnostic Notice(SourceLocation place, string message, string value, string permitted) =>
        new(DiagnosticCode.FormerSpelling, message)
        {
            Severity = Severity.Message,
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Key = place.Key,
            Value = value,
            Permitted = permitted,
        };

    /// <summary>A key that names nothing among the items of a mapping, such as a memory or a design.</summary>
    public void UnknownItem(MappingEntry entry, string what, IReadOnlyList<string> known)
    {
        string text = $"{Name(entry.Place)}: {what}; {Suggestion(entry.Key, known, out string permitted)}";
        Add(DiagnosticCode.UnknownName, entry.Place, text, entry.Key, permitted);
    }

    private static string Suggestion(string written, IReadOnlyList<string> known, out string permitted)
    {
        permitted = NearestName.Of(written, known) ?? (known.Count == 0 ? "none" : string.Join(", ", known));
        return NearestName.Question(written, known) ?? $"permitted: {permitted}.";
    }

    private static string Name(SourceLocation place) => place.Key.Length == 0 ? "the document" : $"'{place.Key}'";

    private int Rank(Diagnostic finding) => finding.File == mainFile ? 0 : finding.File == CommandLineFile ? 2 : 1;
}
