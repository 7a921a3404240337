using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads the numbers of a cell file, section by section, each with its status and source.</summary>
internal sealed class CellNumbersReader(CellDraft draft, CellSources sources, FindingList findings)
{
    private static readonly string[] Detail = [CellKeys.Value, CellKeys.Status, CellKeys.Source];

    public void Read(Section root)
    {
        foreach (MappingEntry entry in root.Node.Entries)
            if (CellKeys.Sections.Contains(entry.Key) && root.Mapping(entry.Key) is { } section)
                ReadSection(entry.Key, section);
    }

    private void ReadSection(string name, Section section)
    {
        foreach (MappingEntry entry in section.Node.Entries)
            if (CellKeys.Find($"{name}.{entry.Key}") is { } key)
                ReadNumber(key, entry.Value, section);
            else if (!IsShared(name, entry.Key))
                Refuse(name, entry);
        ReadWords(name, section);
    }

    private static bool IsShared(string section, string key) => key is CellKeys.Status or CellKeys.Source || WordsOf(section, key) is not null;

    private static IReadOnlyList<string>? WordsOf(string section, string key) => $"{section}.{key}" switch
    {
        CellKeys.Device => CellWords.Devices,
        CellKeys.ReadMode or CellKeys.SetMode or CellKeys.ResetMode => CellWords.Modes,
        _ => null,
    };

    private void ReadWords(string name, Section section)
    {
        foreach (MappingEntry entry in section.Node.Entries)
            if (WordsOf(name, entry.Key) is { } words)
                draft.Add($"{name}.{entry.Key}", section.Word(entry.Key, words));
    }

    private void ReadNumber(CellKey key, Node node, Section section)
    {
        if (node.IsNull)
            return;
        Section? detail = node is MappingNode mapping ? new Section(mapping, findings) : null;
        detail?.RefuseOthers(Detail);
        Node? value = detail is null ? node : detail.Require(CellKeys.Value, key.Permitted);
        (NumberStatus Status, string Source)? known = detail is null ? sources.Of(node.Place, section) : sources.Of(node.Place, detail, section);
        if (value is not null && NodeValue.TryReadNumber(value, findings, out DecimalNumber number) && Takes(key, value, number) && known is { } origin)
            draft.Add(new CellEntry(key, value, number, origin.Status, origin.Source));
    }

    private bool Takes(CellKey key, Node value, DecimalNumber number)
    {
        if (key.Takes(number.ToDouble()))
            return true;
        string unit = key.Unit.Length == 0 ? "" : $" {key.Unit}";
        string what = key.Step > 1 ? $" in steps of {key.Step}" : key.Whole ? ", whole" : "";
        findings.OutOfRange(value, $"{key.Permitted}{what}{unit}");
        return false;
    }

    private void Refuse(string section, MappingEntry entry)
    {
        if (OtherUnit(section, entry.Key) is not { } meant)
        {
            IEnumerable<string> keys = CellKeys.Of(section).Select(static key => key.Name);
            findings.UnknownKey(entry, keys.Concat(((string[])["device", "mode"]).Where(word => WordsOf(section, word) is not null)));
            return;
        }

        string written = entry.Key[(meant.Stem.Length + 1)..];
        string permitted = $"{meant.Name}, in {meant.Unit}";
        string text = $"'{entry.Place.Key}' is {entry.Value.Shown} in '{written}', a unit that is not taken here; write `{meant.Name}`, in {meant.Unit}, {meant.Permitted}.";
        findings.Add(DiagnosticCode.CellUnit, entry.Place, text, entry.Value.Shown, permitted);
    }

    private static CellKey? OtherUnit(string section, string written) => CellKeys.Of(section)
        .Where(key => key.Unit.Length > 0 && written.StartsWith(key.Stem + "_", StringComparison.Ordinal) && IsUnit(written[(key.Stem.Length + 1)..]))
        .MaxBy(static key => key.Stem.Length);

    // A unit is one short word: `on_at_reed_ohm` is a misspelt key, not `on` in the unit `at_reed_ohm`.
    private static bool IsUnit(string suffix) => suffix.Length is > 0 and <= 8 && !suffix.Contains('_', StringComparison.Ordinal);
}
