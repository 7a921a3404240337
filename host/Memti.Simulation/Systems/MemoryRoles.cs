namespace Memti.Simulation;

/// <summary>What a memory holds. One memory may hold several things; of the first three each is held by one memory at most.</summary>
[Flags]
public enum MemoryRoles
{
    /// <summary>Nothing: the memory only draws power.</summary>
    None = 0,

    /// <summary>The weights that all tasks share.</summary>
    Shared = 1,

    /// <summary>The working memory: the parameter sets that the accelerator reads task-specific weights from.</summary>
    TaskSpecific = 2,

    /// <summary>The backing store: the parameter sets of all tasks, and the master copy of volatile shared weights.</summary>
    AllTasks = 4,

    /// <summary>Features between layers.</summary>
    Activations = 8,

    /// <summary>The input frame.</summary>
    Input = 16,
}
