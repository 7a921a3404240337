namespace Memti.Simulation;

/// <summary>Why energy was spent. Results print it in snake case.</summary>
public enum EnergyCause
{
    /// <summary>The accelerator's dynamic energy of inferences.</summary>
    Compute,

    /// <summary>Reads by inferences.</summary>
    Read,

    /// <summary>Writes by inferences.</summary>
    Write,

    /// <summary>Clocks, leakage and background while on or waking.</summary>
    Leakage,

    /// <summary>Refresh while on, waking or in retention.</summary>
    Refresh,

    /// <summary>Transitions from off or retention to on, the on power meanwhile apart.</summary>
    WakeUp,

    /// <summary>Transfers that bring back contents that died with power, or that were never there.</summary>
    Reload,

    /// <summary>Transfers that replace the live parameters of another task.</summary>
    TaskSwitchWrite,

    /// <summary>Writes of parameter sets that arrived in the field.</summary>
    Deploy,

    /// <summary>Retention power, refresh apart.</summary>
    Retention,

    /// <summary>What leaks through the power switches while off.</summary>
    Off,
}
