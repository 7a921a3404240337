using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Nodes;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Designs;

/// <summary>Sees to it that every content of a design has exactly one memory.</summary>
internal sealed class PlacementCheck(MappingNode memories, FindingList findings)
{
    /// <summary>The contents in the order of their words.</summary>
    public static readonly IReadOnlyList<MemoryContents> Contents =
        [MemoryContents.Shared, MemoryContents.TaskSpecific, MemoryContents.AllTasks, MemoryContents.Activations, MemoryContents.Input];

    /// <summary>The words of <c>holds</c>.</summary>
    public static readonly IReadOnlyList<string> Words = ["shared", "task_specific", "all_tasks", "activations", "input"];

    private const MemoryContents Required = MemoryContents.AllTasks | MemoryContents.Activations;

    /// <summary>Checks the memories.</summary>
    public void Check(IReadOnlyList<MemoryDraft> drafts)
    {
        if (drafts.Any(static draft => draft.Holds is null))
            return;
        for (int index = 0; index < Contents.Count; index++)
            Check(Contents[index], Words[index], [.. drafts.Where(draft => Has(draft, Contents[index]))]);
    }

    private static bool Has(MemoryDraft draft, MemoryContents content) => (draft.Holds!.Value & content) != 0;

    private void Check(MemoryContents content, string word, List<MemoryDraft> holders)
    {
        string permitted = $"one memory with {word} in its holds";
        if (holders.Count == 0 && (Required & content) != 0)
            Add(memories.Place, $"no memory holds '{word}'", permitted);
        foreach (MemoryDraft other in holders.Skip(1))
            Add((other.Node.Find(ScenarioKeys.Holds) ?? other.Node).Place, $"'{word}' is held by '{holders[0].Name}' and by '{other.Name}'", permitted);
    }

    private void Add(SourceLocation place, string what, string permitted) =>
        findings.Add(DiagnosticCode.BadPlacement, place, $"{what}; permitted: {permitted}.", permitted: permitted);
}
