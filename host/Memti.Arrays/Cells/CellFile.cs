using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Arrays.Cells;

/// <summary>A cell with the file that it was read from.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Sha256">SHA-256 of the file, in lower case hexadecimal digits.</param>
public sealed record CellFile(MemoryCell Cell, string File, string Sha256)
{
    /// <summary>How files of cells end.</summary>
    public const string Extension = ".memcell.yaml";

    internal CellDraft? Draft { get; init; }

    /// <summary>
    /// The cell with another value of one of its numbers, by the rules of the file; numbers that follow from it when they are left out
    /// follow. Null when the file does not have the number, or it does not take the value.
    /// </summary>
    /// <param name="key">Full key, such as <c>storage.endurance_cycles</c>.</param>
    /// <param name="value">The value in the unit of the key.</param>
    public MemoryCell? With(string key, double value)
    {
        if (Draft?.Find(key) is not { } entry
            || !entry.Key.Takes(value)
            || !DecimalNumber.TryParse(value.ToString("R", CultureInfo.InvariantCulture), out DecimalNumber number))
            return null;
        CellDraft changed = Draft.With(new CellEntry(entry.Key, entry.Node, number, entry.Status, entry.Source));
        FindingList findings = new(File);
        new CellRules(changed, findings).Check(changed.NodeOf(CellKeys.Levels.Name), Cell.Levels);
        return findings.HasErrors ? null : CellAssembly.Assemble(changed, Cell.Name, Cell.Description, Cell.Levels);
    }

    /// <summary>
    /// The memory kind whose default cell this is, and which scenarios may name though no plugin's class offers it; null for none.
    /// </summary>
    public string? Offers { get; init; }
}
