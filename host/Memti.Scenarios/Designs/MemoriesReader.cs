using System.Numerics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Components;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Designs;

/// <summary>Reads the memories of a design and checks that all contents have a place.</summary>
/// <param name="binder">Reads the options of a kind.</param>
/// <param name="tasks">The task names; null when they are not known.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class MemoriesReader(ComponentBinder binder, IReadOnlyList<string>? tasks, FindingList findings)
{
    private const int MostMemories = 32;
    private const string All = "all";

    /// <summary>The key of a scrub.</summary>
    public const string EveryDays = "every_days";

    /// <summary>Days between two scrubs: 86 seconds to a century.</summary>
    public static readonly ValueRange ScrubDays = new(0.001, 36_525);

    /// <summary>How sets are written over what is in their slot.</summary>
    public static readonly IReadOnlyList<string> Writes = ["blind", "differential"];

    private static readonly string[] ScrubKeys = [EveryDays];
    private static readonly string[] HostKeys = [ScenarioKeys.Kind, ScenarioKeys.Holds, ScenarioKeys.ResidentTasks, ScenarioKeys.Pinned, ScenarioKeys.Scrub, ScenarioKeys.Writes];

    /// <summary>The memories in the order of the file; those that cannot be used are left out, with findings.</summary>
    public IReadOnlyList<MemorySpec> Read(MappingNode memories)
    {
        List<MappingEntry> entries = [.. memories.Entries.Where(entry => IsGiven(entry, memories))];
        if (entries.Count is 0 or > MostMemories)
            findings.WrongType(memories, "1 to 32 memories");
        List<MemoryDraft> drafts = [.. entries.Take(MostMemories).Select(Draft).OfType<MemoryDraft>()];
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
        int? resident = ReadResidentTasks(section);
        return new MemoryDraft(entry.Key, section.Node)
        {
            Component = binder.Bind(section.Node, KindCategory.Memory, HostKeys),
            Holds = holds,
            ResidentTasks = resident,
            Pinned = new PinnedReader(tasks, findings).Read(section, holds, resident),
            ScrubDays = ReadScrub(section),
            WritesDifferences = section.Word(ScenarioKeys.Writes, Writes) == 1,
        };
    }

    private MemoryContents? ReadHolds(Section section)
    {
        MemoryContents? holds = MemoryContents.None;
        if (section.Find(ScenarioKeys.Holds) is not null and not SequenceNode)
            holds = null;
        foreach (Node item in section.List(ScenarioKeys.Holds) ?? [])
            holds = NodeValue.TryReadWord(item, PlacementCheck.Words, findings, out int index) ? holds | PlacementCheck.Contents[index] : null;
        return holds;
    }

    private static double? ReadScrub(Section section)
    {
        if (section.Mapping(ScenarioKeys.Scrub) is not { } scrub)
            return null;
        scrub.RefuseOthers(ScrubKeys);
        return scrub.Require(EveryDays, $"a number of days, {ScrubDays}") is null ? null : scrub.Number(EveryDays, ScrubDays)?.ToDouble();
    }

    private int? ReadResidentTasks(Section section)
    {
        if (section.Find(ScenarioKeys.ResidentTasks) is not { } value)
            return 1;
        if (value is ScalarNode { Text: All })
            return null;
        if (NodeValue.TryReadWhole(value, new FindingList(null), out BigInteger whole) && whole >= 1 && whole <= ScenarioLimits.Tasks)
            return (int)whole;
        findings.OutOfRange(value, $"1 to {ScenarioLimits.Tasks}, or all");
        return 1;
    }
}
