namespace Memti.Simulation.Traces;

/// <summary>Work that takes time.</summary>
public enum ActivityKind
{
    /// <summary>An inference, as the plan of the accelerator says.</summary>
    Inference,

    /// <summary>A transfer of parameters from one memory to another.</summary>
    Load,

    /// <summary>The write of an arriving frame. It takes no time of its own.</summary>
    Arrival,

    /// <summary>A write of parameters that arrive from outside.</summary>
    Deployment,

    /// <summary>A read, correction and rewrite of contents that would fade.</summary>
    Scrub,

    /// <summary>A wake-up of one or more components.</summary>
    WakeUp,

    /// <summary>Work of an accelerator that is programmed through registers.</summary>
    Layer,

    /// <summary>A transfer of bytes by a DMA controller, or by the drivers of managed firmware.</summary>
    Copy,
}
