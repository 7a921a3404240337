using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads the numbers of a cell file, section by section, each with its status and source.</summary>
internal sealed class CellNumbersReader(CellDraft draft, CellSources sources, FindingList findings)
{
    private static readonly DocumentKey<Node?> Value = new("value", "", new FixedType(static () => []));
    private static readonly KeySection Detail = new(Value, CellKeys.Origin.Status, CellKeys.Origin.Source);

    public void Read(Section root)
    {
        foreach (MappingEntry entry in root.Node.Entries)
            if (CellKeys.Sections.Contains(entry.Key) && !entry.Value.IsNull && Section.Of(entry.Value, findings) is { } section)
                ReadSection(entry.Key, section);
    }

    private void ReadSection(string name, Section section)
    {
        KeySection keys = CellKeys.KeysOf(name);
        foreach (MappingEntry entry in section.Node.Entries)
            if (CellKeys.Find($"{name}.{entry.Key}") is { } key)
                ReadNumber(key, entry.Value, section);
            else if (CellKeys.Words.GetValueOrDefault($"{name}.{entry.Key}") is { } word)
                ReadWord($"{name}.{entry.Key}", word, entry.Value);
            else if (!keys.Names.Contains(entry.Key))
                Refuse(name, entry, keys);
    }

    private void ReadWord(string key, DocumentKey word, Node node)
    {
        if (!node.IsNull && word.TryRead(node, findings, out object? value))
            draft.Add(key, value);
    }

    private void ReadNumber(CellKey key, Node node, Section section)
    {
        if (node.IsNull)
            return;
        Section? detail = node is MappingNode mapping ? new Section(mapping, findings) : null;
        if (detail is not null)
            Detail.RefuseOthers(detail);
        Node? value = detail is null ? node : Value.Find(detail.Node);
        if (value is null)
            findings.Missing(detail!.Node, Value.Name, key.Permitted);
        (NumberStatus Status, string Source)? known = detail is null
            ? sources.Of(node.Place, section)
            : sources.Of(node.Place, detail, section);
        if (value is not null && key.TryRead(value, findings, out object? number) && known is { } origin)
            draft.Add(new CellEntry(key, value, (DecimalNumber)number!, origin.Status, origin.Source));
    }

    private void Refuse(string section, MappingEntry entry, KeySection keys)
    {
        if (OtherUnit(section, entry.Key) is not { } meant)
        {
            findings.UnknownKey(entry, keys.Names);
            return;
        }

        string written = entry.Key[(meant.Stem.Length + 1)..];
        string permitted = $"{meant.Name}, in {meant.Unit}";
        string text =
            $"'{entry.Place.Key}' is {entry.Value.Shown} in '{written}', a unit that is not taken here; write `{meant.Name}`, in "
                + $"{meant.Unit}, {meant.Permitted}.";
        findings.Add(CellCodes.CellUnit, entry.Place, text, entry.Value.Shown, permitted);
    }

    private static CellKey? OtherUnit(string section, string written) => CellKeys.Of(section)
        .Where(
            key =>
                key.Unit.Length > 0
                    && written.StartsWith(key.Stem + "_", StringComparison.Ordinal)
                    && IsUnit(written[(key.Stem.Length + 1)..]))
        .MaxBy(static key => key.Stem.Length);

    // A unit is one short word: `on_at_reed_ohm` is a misspelt key, not `on` in the unit `at_reed_ohm`.
    private static bool IsUnit(string suffix) => suffix.Length is > 0 and <= 8 && !suffix.Contains('_', StringComparison.Ordinal);
}
