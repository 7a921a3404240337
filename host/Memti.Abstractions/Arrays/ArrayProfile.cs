using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>The set of rules that an array is solved by.</summary>
[FormerSpellings]
public enum ArrayProfile
{
    /// <summary><c>nvsim_2012</c>: NVSim as published; single-level cells.</summary>
    [Word("nvsim_2012")]
    Nvsim2012,

    /// <summary><c>nvsim_merged</c>: its fork with multi-level sense amplifiers, output buffers and charge-trap and ferroelectric cells.</summary>
    NvsimMerged,

    /// <summary><c>memti</c>: the known defects of both corrected; sequential and parallel multi-level sensing, program-and-verify writes.</summary>
    Memti,
}
