using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads cell files (<c>*.memcell.yaml</c>). Bad input gives findings, never an exception.</summary>
public static class CellReader
{
    /// <summary>Reads a cell file.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="shown">How findings name it; null for <paramref name="path"/>.</param>
    public static CellResult ReadFile(string path, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        SourceFile? source = SourceFile.Read(path, out string trouble);
        return source is null ? Unreadable(shown ?? path, trouble) : Read(source, shown ?? path);
    }

    /// <summary>Reads the text of a cell, as if it stood in a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name that findings give.</param>
    public static CellResult ReadText(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        SourceFile? source = SourceFile.OfText(text, out string trouble);
        return source is null ? Unreadable(file, trouble) : Read(source, file);
    }

    private static CellResult Unreadable(string file, string trouble) =>
        new(
            null,
            [new Diagnostic(DiagnosticCode.FileUnreadable, $"cell file '{file}' cannot be read: {trouble}.") {
                File = file,
                Value = file
            }]);

    private static CellResult Read(SourceFile source, string file)
    {
        if (!KnownFile.IsCell(source.Text) && KnownFile.Of(source.Text) is { } known)
            return new CellResult(null, [known.Refusal(file, "a memory cell of Memti")]);
        FindingList findings = new(file);
        CellFile? cell = VersionedDocument.Read(source, file, CellKeys.Version, findings) is { } root
            ? new CellDocument(root, findings).Read(file, source.Sha256)
            : null;
        return new CellResult(findings.HasErrors ? null : cell, findings.InFileOrder());
    }
}
