namespace Memti.Runs.Debugging.Targets;

/// <summary>Why a target stands still.</summary>
public enum DebugStopReason
{
    /// <summary>Somebody asked for it, or it has not run yet.</summary>
    Halted,

    /// <summary>It did its step.</summary>
    Stepped,

    /// <summary>The next instruction has a breakpoint.</summary>
    Breakpoint,

    /// <summary>The last instruction touched a watched address.</summary>
    Watchpoint,

    /// <summary>An exception that no handler took.</summary>
    Fault,

    /// <summary>The run is over.</summary>
    Ended,
}
