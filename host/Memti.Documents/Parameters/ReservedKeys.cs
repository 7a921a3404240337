namespace Memti.Documents.Parameters;

/// <summary>Keys that mean the same in every component of a scenario. An options class may not declare them.</summary>
public static class ReservedKeys
{
    /// <summary>Names the kind of a component.</summary>
    public const string Kind = "kind";

    /// <summary>Names the firmware of the power section.</summary>
    public const string Firmware = "firmware";

    /// <summary>Lists the tasks of a network.</summary>
    public const string Tasks = "tasks";

    /// <summary>Lists the parameter groups that a memory holds.</summary>
    public const string Holds = "holds";

    /// <summary>Number of task slots of a memory.</summary>
    public const string ResidentTasks = "resident_tasks";

    /// <summary>Lists the tasks that stay in their slots.</summary>
    public const string Pinned = "pinned";

    /// <summary>Scrubbing of a memory.</summary>
    public const string Scrub = "scrub";

    /// <summary>How a memory writes: all words, or those that differ.</summary>
    public const string Writes = "writes";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Kind, Firmware, Tasks, Holds, ResidentTasks, Pinned, Scrub, Writes];
}
