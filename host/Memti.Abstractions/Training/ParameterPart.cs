namespace Memti.Abstractions.Training;

/// <summary>Whose parameters.</summary>
[Flags]
public enum ParameterPart
{
    /// <summary>Nobody's.</summary>
    None = 0,

    /// <summary>Those that all tasks share.</summary>
    Shared = 1,

    /// <summary>Those of the task.</summary>
    Task = 2,

    /// <summary>All.</summary>
    All = Shared | Task,
}
