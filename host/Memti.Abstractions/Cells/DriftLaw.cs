namespace Memti.Abstractions.Cells;

/// <summary>How levels move between programming and reading.</summary>
public enum DriftLaw
{
    /// <summary>All levels shift and widen with the logarithm of time, by amounts on the read scale: filamentary RRAM.</summary>
    LogTime,

    /// <summary>Levels fall as a power of time, in proportion to their reading: phase-change memory. 0 on the read scale must then mean
    /// zero conductance.</summary>
    PowerLaw,
}
