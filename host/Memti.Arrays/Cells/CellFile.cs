using System.Globalization;
using System.Text;
using Memti.Abstractions.Cells;
using Memti.Documents.Files;
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

    /// <summary>Bytes of a file in which its first line must stand.</summary>
    private const int Beginning = 4096;

    /// <summary>
    /// True for a file of a cell: by its extension, or by its first line, <c>memcell: 1</c>, whatever its name is.
    /// </summary>
    public static bool IsCell(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Extension, StringComparison.Ordinal) || (System.IO.File.Exists(path) && KnownFile.IsCell(BeginningOf(path)));
    }

    private static string BeginningOf(string path)
    {
        try
        {
            using FileStream file = System.IO.File.OpenRead(path);
            byte[] bytes = new byte[Beginning];
            int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(bytes.AsSpan(0, count)).TrimStart('\uFEFF');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Who opens it to read it says what is wrong.
            return "";
        }
    }

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
