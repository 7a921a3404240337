using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Scenarios.Kinds;

/// <summary>The components of a design, with the keys that the host reads itself beside those of the kind.</summary>
internal static class Components
{
    /// <summary>The key that names a kind.</summary>
    public const string Kind = "kind";

    /// <summary>Most tasks of a network, and most tasks of one frame.</summary>
    public const int MostTasks = 4096;

    private const string TasksForm = "a list of 1 to 4096 tasks";

    /// <summary>The name of a task, which a reader looks up among those of the network.</summary>
    public static readonly DocumentKey<Node> TaskName = new("", "", new FixedType(JsonForm.Name));

    /// <summary>The contents that a memory may hold, with their words.</summary>
    public static readonly ChoiceType HeldContents = new(
        ("shared", MemoryContents.Shared),
        ("task_specific", MemoryContents.TaskSpecific),
        ("all_tasks", MemoryContents.AllTasks),
        ("activations", MemoryContents.Activations),
        ("input", MemoryContents.Input));

    private static readonly DocumentKey<string?> NameOfTask = new("name", "", NameType.OfItem) { Required = "a name" };
    private static readonly DocumentKey<int?> Classes = new("classes", "Number of classes", 2, 1_000_000);

    private static readonly DocumentKey<TaskRequest> DetailedTask =
        new("", "A task with its number of classes", new SectionType(new KeySection(NameOfTask, Classes)) { As = ReadTask });

    private static readonly DocumentKey<TaskRequest> Task =
        new("", "", new EitherType(NameOfTask, DetailedTask, static name => new TaskRequest((string)name)));

    /// <summary>The tasks of a network.</summary>
    public static readonly DocumentKey<IReadOnlyList<TaskRequest>?> Tasks = new(
        "tasks",
        "The tasks, with unique names",
        new ListType<TaskRequest>(Task, 1, MostTasks)
        {
            Shape = TasksForm,
            CountIsShape = true,
            AllOrNothing = true,
            Once = ("task", static task => task.Name),
        })
    {
        Required = TasksForm,
    };

    /// <summary>What a memory holds.</summary>
    public static readonly DocumentKey<IReadOnlyList<MemoryContents>?> Holds = new(
        "holds",
        "What the memory holds. Each content has one memory",
        new ListType<MemoryContents>(
            new DocumentKey<MemoryContents>("", "What the memory holds", HeldContents), 0, HeldContents.Words.Count)
        {
            AllOrNothing = true,
        });

    /// <summary>How many tasks a memory holds the parameters of.</summary>
    public static readonly DocumentKey<int> ResidentTasks =
        new("resident_tasks", "How many tasks' parameters the memory holds at a time", new ResidentTasksType()) { Fallback = 1 };

    /// <summary>The tasks that stay in a memory.</summary>
    public static readonly DocumentKey<IReadOnlyList<Node>?> Pinned = new(
        "pinned",
        "Tasks whose parameters are never replaced in this memory, which holds task_specific",
        new ListType<Node>(TaskName, 0, MostTasks));

    /// <summary>Days between two scrubs: 86 seconds to a century.</summary>
    public static readonly DocumentKey<double?> EveryDays =
        new("every_days", "Days between two scrubs", 0.001, 36_525) { Required = "a number of days, 0.001 to 36525" };

    /// <summary>How a memory is scrubbed.</summary>
    public static readonly DocumentKey<Section?> Scrub =
        new(
            "scrub",
            "Read, correct and rewrite what a non-volatile memory holds, so that it does not fade",
            new SectionType(new KeySection(EveryDays)));

    /// <summary>How sets are written over what is in their slot.</summary>
    public static readonly DocumentKey<SlotWrites> Writes =
        new("writes", "How a task's set is written over another one's: every cell, or only those that change")
        {
            Fallback = SlotWrites.Blind,
        };

    /// <summary>Where the bytes of a memory are on the bus.</summary>
    public static readonly DocumentKey<ulong?> At =
        new("at", "Address of the memory's first byte on the bus", new AddressType()) { DefaultWords = "not on the bus" };

    /// <summary>The network.</summary>
    public static readonly ComponentType Network = new(PluginContract.Model, Kind, Tasks);

    /// <summary>The accelerator.</summary>
    public static readonly ComponentType Accelerator = new(PluginContract.Accelerator, Kind);

    /// <summary>A memory.</summary>
    public static readonly ComponentType Memory = new(PluginContract.Memory, Kind, Holds, ResidentTasks, Pinned, Scrub, Writes, At);

    /// <summary>The processor.</summary>
    public static readonly ComponentType Processor = new(PluginContract.Processor, Kind);

    /// <summary>A part of the supply.</summary>
    public static readonly ComponentType Supply = new(PluginContract.Supply, Kind);

    /// <summary>The firmware.</summary>
    public static readonly ComponentType Firmware = new(PluginContract.Firmware, "firmware")
    {
        FallbackKind = "always-on",
        Inline = new InlineKind(ElfOptions.Kind, typeof(ElfOptions), ElfOptions.FileKey),
    };

    /// <summary>Keys that the host reads itself beside a plugin's options, so that no plugin may use them.</summary>
    public static IReadOnlyList<string> ReservedKeys { get; } =
    [
        .. ((ComponentType[])[Network, Firmware, Accelerator, Memory, Processor, Supply])
            .SelectMany(static component => component.ReservedKeys)
            .Distinct(),
    ];

    private static TaskRequest? ReadTask(Section section)
    {
        int? classes = Classes.Read(section);
        return NameOfTask.Read(section) is { } name ? new TaskRequest(name, classes) : null;
    }
}
