namespace Memti.Abstractions.Training;

/// <summary>Parameters by owner.</summary>
[Flags]
public enum ParameterPart
{
    /// <summary>No parameters.</summary>
    None = 0,

    /// <summary>Parameters that all tasks share.</summary>
    Shared = 1,

    /// <summary>Parameters of the task.</summary>
    Task = 2,

    /// <summary>All parameters.</summary>
    All = Shared | Task,
}
