using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Nodes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Designs;

/// <summary>Sees to it that every content of a design has exactly one memory.</summary>
internal sealed class PlacementCheck(MappingNode memories, FindingList findings)
{

    /// <summary>Checks the memories.</summary>
    public void Check(IReadOnlyList<MemoryDraft> drafts)
    {
        if (drafts.Any(static draft => draft.Holds is null))
            return;
        foreach ((string word, object content) in Components.HeldContents.Choices)
            Check((MemoryContents)content, word, [.. drafts.Where(draft => Has(draft, (MemoryContents)content))]);
    }

    private static bool Has(MemoryDraft draft, MemoryContents content) => (draft.Holds!.Value & content) != 0;

    private void Check(MemoryContents content, string word, List<MemoryDraft> holders)
    {
        string permitted = $"one memory with {word} in its holds";
        if (holders.Count == 0 && (PlacementMap.Required & content) != 0)
            Add(memories.Place, $"no memory holds '{word}'", permitted);
        foreach (MemoryDraft other in holders.Skip(1))
            Add(
                (other.Node.Find(Components.Holds.Name) ?? other.Node).Place,
                $"'{word}' is held by '{holders[0].Name}' and by '{other.Name}'",
                permitted);
    }

    private void Add(SourceLocation place, string what, string permitted) =>
        findings.Add(DiagnosticCode.BadPlacement, place, $"{what}; permitted: {permitted}.", permitted: permitted);
}
