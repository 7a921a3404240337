namespace Memti.Simulation.Ledger;

/// <summary>Cause of an energy posting. Results print it in snake case.</summary>
public enum EnergyCause
{
    /// <summary>The operations of inferences in the accelerator; the cycles of a core.</summary>
    Compute,

    /// <summary>The accelerator's clock and leakage while on or waking: its energy beyond its operations.</summary>
    Clock,

    /// <summary>Reads by inferences, and by a core.</summary>
    Read,

    /// <summary>Writes by inferences, and by a core.</summary>
    Write,

    /// <summary>Writes of arriving frames.</summary>
    Input,

    /// <summary>Leakage and background of memories, and of a core, while on or waking.</summary>
    Leakage,

    /// <summary>Refresh while on, waking or in retention.</summary>
    Refresh,

    /// <summary>Transitions from off or retention to on, without the on power during the transition.</summary>
    WakeUp,

    /// <summary>Transfers of contents that a power-down lost, or that were never loaded.</summary>
    Reload,

    /// <summary>Transfers that replace the live parameters of another task.</summary>
    TaskSwitchWrite,

    /// <summary>Writes of parameter sets that arrive in the field.</summary>
    Deploy,

    /// <summary>Reads, corrections and rewrites that keep non-volatile contents from fading.</summary>
    Scrub,

    /// <summary>Power in retention, without refresh.</summary>
    Retention,

    /// <summary>Leakage through the power switches while off.</summary>
    Off,
}
