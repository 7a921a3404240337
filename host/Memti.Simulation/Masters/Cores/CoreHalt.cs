namespace Memti.Simulation.Masters.Cores;

/// <summary>Why a run stands still.</summary>
public enum CoreHalt
{
    /// <summary>The run is over: the workload ended, or firmware ended it.</summary>
    Ended,

    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>One instruction was executed.</summary>
    Stepped,

    /// <summary>The next instruction has a breakpoint.</summary>
    Breakpoint,

    /// <summary>The last instruction touched a watched address.</summary>
    Watchpoint,
}
