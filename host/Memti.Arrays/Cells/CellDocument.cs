using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Reads one cell document whose version is known: head, numbers, levels, then the rules that hold between them.</summary>
internal sealed class CellDocument(Section root, FindingList findings)
{
    /// <summary>The cell; null, or of no use, when there are findings.</summary>
    public CellFile? Read(string file, string sha256)
    {
        CellKeys.Root.RefuseOthers(root);
        string? name = CellKeys.Name.Read(root);
        CellKind? kind = CellKeys.Kind.Read(root);
        string? offers = CellKeys.Offers.Read(root);
        string description = CellKeys.Description.Read(root) ?? "";
        CellDraft draft = new(root.Node, kind ?? CellKind.Rram);
        CellSources sources = new(root, findings);
        new CellNumbersReader(draft, sources, findings).Read(root);
        IReadOnlyList<LevelTable> levels = new LevelsReader(sources, findings).Read(root);
        if (kind is not null)
            new CellRules(draft, findings).Check(root.Node.Find(CellKeys.Levels.Name), levels);
        if (name is null || findings.HasErrors)
            return null;
        return new CellFile(CellAssembly.Assemble(draft, name, description, levels), file, sha256) { Offers = offers, Draft = draft };
    }
}
