using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads one cell document whose version is known: head, numbers, levels, then the rules that hold between them.</summary>
internal sealed class CellDocument(Section root, FindingList findings)
{
    private const string KindForm = "lower-case letters, digits and hyphens, a letter first";

    /// <summary>The cell; null, or of no use, when there are findings.</summary>
    public CellFile? Read(string file, string sha256)
    {
        root.RefuseOthers(CellKeys.Root);
        string? name = ReadName();
        root.Require(CellKeys.Kind, string.Join(", ", CellWords.Kinds));
        int? kind = root.Word(CellKeys.Kind, CellWords.Kinds);
        string? offers = ReadOffers();
        string description = root.Text(CellKeys.Description) ?? "";
        CellDraft draft = new(root.Node, (CellKind)(kind ?? (int)CellKind.Rram));
        CellSources sources = new(root, findings);
        new CellNumbersReader(draft, sources, findings).Read(root);
        IReadOnlyList<LevelTable> levels = new LevelsReader(sources, findings).Read(root);
        if (kind is not null)
            new CellRules(draft, findings).Check(root.Node.Find(CellKeys.Levels), levels);
        if (name is null || findings.HasErrors)
            return null;
        return new CellFile(CellAssembly.Assemble(draft, name, description, levels), file, sha256) { Offers = offers, Draft = draft };
    }

    private string? ReadName()
    {
        root.Require(CellKeys.Name, "the name of the cell");
        string? name = root.Text(CellKeys.Name);
        return name is not null && CellName.Check(name, root.Find(CellKeys.Name)!.Place, findings) ? name : null;
    }

    private string? ReadOffers()
    {
        if (root.Text(CellKeys.Offers) is not { } offers)
            return null;
        if (offers.Length <= 64 && char.IsAsciiLetterLower(offers[0]) && offers.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            return offers;
        findings.OutOfRange(root.Find(CellKeys.Offers)!, KindForm);
        return null;
    }
}
