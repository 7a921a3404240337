using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Designs;

/// <summary>Reads the tasks of a network.</summary>
internal sealed class NetworkReader(FindingList findings)
{
    private const int MostClasses = 1_000_000;
    private static readonly string Permitted = $"a list of 1 to {ScenarioLimits.Tasks} tasks";
    private static readonly string[] TaskKeys = ["name", "classes"];

    /// <summary>The tasks; null, with findings, when the list cannot be used.</summary>
    public IReadOnlyList<TaskRequest>? ReadTasks(Section network)
    {
        Node? value = network.Require(ScenarioKeys.Tasks, Permitted);
        if (value is SequenceNode { Items.Count: > 0 and <= ScenarioLimits.Tasks } list)
            return ReadTasks(list);
        if (value is not null)
            findings.WrongType(value, Permitted);
        return null;
    }

    private List<TaskRequest>? ReadTasks(SequenceNode list)
    {
        List<TaskRequest> tasks = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Node item in list.Items)
            if (ReadTask(item) is { } task && IsNew(task, item, names))
                tasks.Add(task);
        return tasks.Count == list.Items.Count ? tasks : null;
    }

    private TaskRequest? ReadTask(Node item)
    {
        if (item is not MappingNode mapping)
            return NameOf(item) is { } word ? new TaskRequest(word) : null;
        Section section = new(mapping, findings);
        section.RefuseOthers(TaskKeys);
        long? classes = section.Whole("classes", 2, MostClasses);
        return section.Require("name", "a name") is { } node && NameOf(node) is { } name ? new TaskRequest(name, (int?)classes) : null;
    }

    private string? NameOf(Node node) =>
        NodeValue.TryReadText(node, findings, out string? name) && ItemName.Check(name, node.Place, findings) ? name : null;

    private bool IsNew(TaskRequest task, Node item, HashSet<string> names)
    {
        if (names.Add(task.Name))
            return true;
        findings.OutOfRange(item, $"each task once; '{task.Name}' is there twice");
        return false;
    }
}
