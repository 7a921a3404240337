using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Designs;

/// <summary>Reads the tasks that are pinned to a memory.</summary>
/// <param name="tasks">The task names; null when they are not known.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class PinnedReader(IReadOnlyList<string>? tasks, FindingList findings)
{
    /// <summary>The pinned tasks as indices; those that cannot be pinned are left out, with findings.</summary>
    /// <param name="memory">The memory's mapping.</param>
    /// <param name="holds">What the memory holds; null when that is wrong.</param>
    /// <param name="resident">Sets that it holds at a time; null for all.</param>
    public IReadOnlyList<int> Read(Section memory, MemoryContents? holds, int? resident)
    {
        if (Components.Pinned.Read(memory) is not { Count: > 0 } items)
            return [];
        List<int> pinned = [];
        foreach (Node item in items)
            if (ReadTask(item, pinned) is { } task)
                pinned.Add(task);
        Node list = Components.Pinned.Find(memory)!;
        if (holds is { } contents && (contents & (MemoryContents.TaskSpecific | MemoryContents.AllTasks)) != MemoryContents.TaskSpecific)
            RefuseElsewhere(list);
        else if (tasks is not null && pinned.Count > MostPinned(resident, tasks.Count))
            findings.OutOfRange(list, Permitted(resident, tasks.Count));
        return pinned;
    }

    /// <summary>One slot is left for the tasks that are not pinned, unless every task has a slot.</summary>
    private static int MostPinned(int? resident, int count) => resident is { } slots && slots < count ? slots - 1 : count;

    private static string Permitted(int? resident, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"at most {MostPinned(resident, count)} tasks: of {resident} resident tasks one is left for those that are not pinned");

    private int? ReadTask(Node item, List<int> pinned)
    {
        if (!NodeValue.TryReadText(item, findings, out string? name) || tasks is null)
            return null;
        int index = tasks.ToList().IndexOf(name);
        if (index < 0)
            findings.UnknownWord(DiagnosticCode.UnknownName, item.Place, item.Shown, "the network has no such task", tasks);
        else if (pinned.Contains(index))
            findings.OutOfRange(item, $"each task once; '{name}' is there twice");
        else
            return index;
        return null;
    }

    private void RefuseElsewhere(Node list)
    {
        const string Permitted = "pinned in the memory that holds task_specific, and does not hold all_tasks";
        findings.Add(
            DiagnosticCode.BadPlacement,
            list.Place,
            $"tasks are pinned in a memory that replaces none; permitted: {Permitted}.",
            list.Shown,
            Permitted);
    }
}
