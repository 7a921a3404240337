using Memti.Abstractions.Memories;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Designs;

/// <summary>Reads the memories of a design and checks that all contents have a place.</summary>
/// <param name="binder">Reads the options of a kind.</param>
/// <param name="tasks">The task names; null when they are not known.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class MemoriesReader(ComponentBinder binder, IReadOnlyList<string>? tasks, FindingList findings)
{
    /// <summary>The memories in the order of the file; those that cannot be used are left out, with findings.</summary>
    public IReadOnlyList<MemorySpec> Read(MappingNode memories)
    {
        List<MappingEntry> entries = [.. memories.Entries.Where(entry => IsGiven(entry, memories))];
        if (entries.Count is 0 or > ScenarioKeys.MostMemories)
            findings.WrongType(memories, "1 to 32 memories");
        List<MemoryDraft> drafts = [.. entries.Take(ScenarioKeys.MostMemories).Select(Draft).OfType<MemoryDraft>()];
        if (drafts.Count == entries.Count)
            new PlacementCheck(memories, findings).Check(drafts);
        return [.. drafts.Where(static draft => draft.Component is not null).Select(static draft => draft.ToSpec())];
    }

    private bool IsGiven(MappingEntry entry, MappingNode memories)
    {
        if (!entry.Value.IsNull)
            return true;
        IReadOnlyList<string> known = [.. memories.Entries.Where(static other => !other.Value.IsNull).Select(static other => other.Key)];
        if (entry.Value is ScalarNode { Removes: false })
            findings.UnknownItem(entry, "there is no such memory to remove", known);
        return false;
    }

    private MemoryDraft? Draft(MappingEntry entry)
    {
        bool named = ItemName.Check(entry.Key, entry.Place, findings);
        if (Section.Of(entry.Value, findings) is not { } section || !named)
            return null;
        MemoryContents? holds = ReadHolds(section);
        int? resident = Components.ResidentTasks.Read(section) is var tasksHeld and not ResidentTasksType.Every ? tasksHeld : null;
        return new MemoryDraft(entry.Key, section.Node)
        {
            Component = binder.Bind(section.Node, Components.Memory),
            Holds = holds,
            ResidentTasks = resident,
            Pinned = new PinnedReader(tasks, findings).Read(section, holds, resident),
            ScrubDays = Components.Scrub.Read(section) is { } scrub ? Components.EveryDays.Read(scrub) : null,
            WritesDifferences = Components.Writes.Read(section) == SlotWrites.Differential,
            At = Components.At.Read(section),
        };
    }

    private static MemoryContents? ReadHolds(Section section) =>
        Components.Holds.TryRead(section, out IReadOnlyList<MemoryContents>? contents)
        ? (contents ?? []).Aggregate(MemoryContents.None, static (held, content) => held | content)
        : null;
}
