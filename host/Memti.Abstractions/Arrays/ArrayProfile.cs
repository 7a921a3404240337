using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>A set of rules for solving arrays.</summary>
[FormerSpellings]
public enum ArrayProfile
{
    /// <summary><c>nvsim_2012</c>: the published NVSim (Dong et al., IEEE TCAD 2012); single-level cells only.</summary>
    [Word("nvsim_2012")]
    Nvsim2012,

    /// <summary><c>nvsim_merged</c>: the NVSim fork with multi-level sense amplifiers, output buffers, charge-trap and ferroelectric
    /// cells.</summary>
    NvsimMerged,

    /// <summary><c>memti</c>: corrects the known defects of the other two; sequential and parallel multi-level sensing, program-and-verify
    /// writes.</summary>
    Memti,
}
