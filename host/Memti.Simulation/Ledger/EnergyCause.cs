namespace Memti.Simulation.Ledger;

/// <summary>Why energy was spent. Results print it in snake case.</summary>
public enum EnergyCause
{
    /// <summary>The operations of inferences in the accelerator.</summary>
    Compute,

    /// <summary>The accelerator's clock and leakage while on or waking: what it takes beyond its operations.</summary>
    Clock,

    /// <summary>Reads by inferences.</summary>
    Read,

    /// <summary>Writes by inferences.</summary>
    Write,

    /// <summary>Writes of frames as they arrive.</summary>
    Input,

    /// <summary>Leakage and background of memories while on or waking.</summary>
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

    /// <summary>Reads, corrections and rewrites that keep non-volatile contents from fading.</summary>
    Scrub,

    /// <summary>Retention power, refresh apart.</summary>
    Retention,

    /// <summary>What leaks through the power switches while off.</summary>
    Off,
}
