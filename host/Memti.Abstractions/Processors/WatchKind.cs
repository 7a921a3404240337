namespace Memti.Abstractions.Processors;

/// <summary>Accesses that a watchpoint stops at.</summary>
[Flags]
public enum WatchKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Loads.</summary>
    Read = 1,

    /// <summary>Stores.</summary>
    Write = 2,
}
