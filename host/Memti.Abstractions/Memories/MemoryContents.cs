namespace Memti.Abstractions.Memories;

/// <summary>The contents of a memory.</summary>
[Flags]
public enum MemoryContents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>shared</c>: the parameters that all tasks share.</summary>
    Shared = 1,

    /// <summary><c>task_specific</c>: the parameters of the resident tasks, as the accelerator reads them.</summary>
    TaskSpecific = 2,

    /// <summary><c>all_tasks</c>: the backing store with the parameters of every task, and with all contents that no other memory
    /// holds.</summary>
    AllTasks = 4,

    /// <summary><c>activations</c>: the features between layers.</summary>
    Activations = 8,

    /// <summary><c>input</c>: the frame as it arrives.</summary>
    Input = 16,
}
