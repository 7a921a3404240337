namespace Memti.Abstractions.Processors;

/// <summary>Why a core returned from <see cref="IProcessorCore.Run"/>.</summary>
public enum CoreStop
{
    /// <summary>The next instruction would begin at or after the limit.</summary>
    Limit,

    /// <summary>It waits for an interrupt.</summary>
    Waiting,

    /// <summary>The next instruction has a breakpoint.</summary>
    Breakpoint,

    /// <summary>The last instruction touched a watched address.</summary>
    Watchpoint,

    /// <summary>
    /// An exception without a handler: the vector is zero, cannot be fetched, or its first instruction raises an exception itself.
    /// <see cref="CoreDebug.Fault"/> describes it.
    /// </summary>
    Fault,
}
