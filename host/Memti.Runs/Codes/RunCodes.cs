namespace Memti.Runs.Codes;

/// <summary>Codes of planned and finished runs.</summary>
public static class RunCodes
{
    /// <summary>A design that finished frames late or skipped them; a warning.</summary>
    public const string FramesMissed = "MEMTI4007";

    /// <summary>A deployment of shared parameters to a network that has none.</summary>
    public const string NothingToDeploy = "MEMTI4010";

    /// <summary>Firmware that writes registers, with an accelerator that has none.</summary>
    public const string AcceleratorHasNoRegisters = "MEMTI4011";

    /// <summary>Headers of a design that has nothing on a bus.</summary>
    public const string NoBus = "MEMTI4012";

    /// <summary>An accelerator's program that firmware cannot move to another slot.</summary>
    public const string ProgramDoesNotMove = "MEMTI4013";

    /// <summary>A design on a bus with several networks.</summary>
    public const string OneNetworkOnBus = "MEMTI4014";

    /// <summary>Firmware for streams and a workload without.</summary>
    public const string NoStreams = "MEMTI4015";

    /// <summary>A workload that writes a region of a memory more often than its cells endure; a warning.</summary>
    public const string EnduranceExceeded = "MEMTI4020";

    /// <summary>A workload that outlasts the retention of a memory without rewriting it; a warning.</summary>
    public const string RetentionExceeded = "MEMTI4021";

    /// <summary>A memory whose scrub interval exceeds its retention; a warning.</summary>
    public const string ScrubTooRare = "MEMTI4022";

    /// <summary>A memory that cannot be scrubbed, or whose cells cannot be written individually.</summary>
    public const string MemoryCannotDo = "MEMTI4023";

    /// <summary>A memory that a core uses, and whose model states no latency; a warning.</summary>
    public const string LatencyUnknown = "MEMTI4024";

    /// <summary>Several accelerators want more of a memory than it gives.</summary>
    public const string MemoryOverbooked = "MEMTI4025";

    /// <summary>A part of a supply that is not what its place in the chain wants.</summary>
    public const string SupplyPart = "MEMTI4030";

    /// <summary>A supply that never starts its device; a warning, with how large the source must be.</summary>
    public const string NeverStarts = "MEMTI4031";

    /// <summary>A target of <c>memti size</c> that cannot be understood.</summary>
    public const string BadTarget = "MEMTI4032";

    /// <summary>A target that no size of the range meets.</summary>
    public const string TargetNotMet = "MEMTI4033";

    /// <summary>Power cuts of a design whose firmware writes no non-volatile memory.</summary>
    public const string NothingToCut = "MEMTI4034";

    /// <summary>A power cut at a write, a pulse or an activity that the uncut run does not have.</summary>
    public const string NoSuchCut = "MEMTI4035";

    /// <summary>Power cuts of a design that fails without them.</summary>
    public const string UncutRunFails = "MEMTI4036";

    /// <summary>A power cut after which non-volatile memories hold other bytes, and nobody notices.</summary>
    public const string SilentCut = "MEMTI4037";

    /// <summary>A trace or a profile of several designs.</summary>
    public const string OneDesignAtATime = "MEMTI4301";

    /// <summary>A trace whose window the run does not reach.</summary>
    public const string WindowNotReached = "MEMTI4302";

    /// <summary>A profile of a design without a processor.</summary>
    public const string NothingToProfile = "MEMTI4303";

    /// <summary>A chart for which a report has nothing.</summary>
    public const string NothingToDraw = "MEMTI4304";

    /// <summary>No program is there that makes PNG of SVG, or it failed.</summary>
    public const string NoPng = "MEMTI4305";

    /// <summary>A table of costs that cannot be used.</summary>
    public const string BadCostTable = "MEMTI6011";

    /// <summary>Weight images that do not fit the scenario which shall run them.</summary>
    public const string DeploymentDoesNotFit = "MEMTI7105";
}
