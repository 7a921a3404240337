using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Finds status and source of a number: its own, else those of its section, else those of the file.</summary>
internal sealed class CellSources
{
    private static readonly DocumentKey<string> InFull = new("", "");

    private const string Where = "here, in the section, or at the head of the file";

    private readonly Section _root;
    private readonly FindingList _findings;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public CellSources(Section root, FindingList findings)
    {
        (_root, _findings) = (root, findings);
        foreach (MappingEntry entry in CellKeys.Sources.Read(root)?.Node.Entries ?? [])
            if (ItemName.Check(entry.Key, entry.Place, findings)
                && !entry.Value.IsNull
                && InFull.TryRead(entry.Value, findings, out object? text))
                _names[entry.Key] = (string)text!;
    }

    /// <summary>What is known of a number; null, with findings, when it does not say.</summary>
    /// <param name="place">Where the number stands.</param>
    /// <param name="scopes">The mappings that may say it, the nearest first; the file comes after them.</param>
    public (NumberStatus Status, string Source)? Of(SourceLocation place, params IReadOnlyList<Section> scopes)
    {
        Section? ofStatus = Nearest(scopes, CellKeys.Origin.Status);
        Section? ofSource = Nearest(scopes, CellKeys.Origin.Source);
        if (ofStatus is null)
            Missing(place, "status", $"{string.Join(", ", StatusWord.All)}; {Where}");
        if (ofSource is null)
            Missing(place, "source", $"where the number comes from; {Where}");
        NumberStatus? status = ofStatus is null ? null : CellKeys.Origin.Status.Read(ofStatus);
        string? source = ofSource is null ? null : Source(ofSource);
        return status is null || source is null ? null : (status.Value, source);
    }

    private Section? Nearest(IReadOnlyList<Section> scopes, DocumentKey key) =>
        scopes.Append(_root).FirstOrDefault(scope => key.Find(scope) is not null);

    // One word can only be meant as one of the names; a sentence stands for itself.
    private string? Source(Section scope)
    {
        if (CellKeys.Origin.Source.Read(scope) is not { } text)
            return null;
        if (_names.TryGetValue(text, out string? inFull))
            return inFull;
        if (_names.Count == 0 || text.Contains(' ', StringComparison.Ordinal))
            return text;
        Node node = CellKeys.Origin.Source.Find(scope)!;
        _findings.UnknownWord(DiagnosticCode.UnknownName, node.Place, node.Shown, "`sources` has no such name", [.. _names.Keys]);
        return null;
    }

    private void Missing(SourceLocation place, string what, string permitted) => _findings.Add(
        CellCodes.CellNumberWithoutOrigin, place, $"'{place.Key}' has no {what}; permitted: {permitted}.", permitted: permitted);
}
