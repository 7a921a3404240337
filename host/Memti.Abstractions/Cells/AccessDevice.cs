namespace Memti.Abstractions.Cells;

/// <summary>What connects a cell to its bit line.</summary>
public enum AccessDevice
{
    /// <summary>A MOS transistor (1T1R and alike).</summary>
    Cmos,

    /// <summary>A bipolar transistor.</summary>
    Bjt,

    /// <summary>A diode.</summary>
    Diode,

    /// <summary>Nothing: a crosspoint, or a cell that is its own transistor.</summary>
    None,
}
