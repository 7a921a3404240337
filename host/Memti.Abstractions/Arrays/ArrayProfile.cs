namespace Memti.Abstractions;

/// <summary>The set of rules that an array is solved by.</summary>
public enum ArrayProfile
{
    /// <summary><c>nvsim-2012</c>: NVSim as published; single-level cells.</summary>
    Nvsim2012,

    /// <summary><c>nvsim-merged</c>: its fork with multi-level sense amplifiers, output buffers and charge-trap and ferroelectric cells.</summary>
    NvsimMerged,

    /// <summary><c>memti</c>: the known defects of both corrected; sequential and parallel multi-level sensing, program-and-verify writes.</summary>
    Memti,
}
