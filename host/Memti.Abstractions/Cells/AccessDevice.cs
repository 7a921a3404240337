namespace Memti.Abstractions.Cells;

/// <summary>The device that connects a cell to its bit line.</summary>
public enum AccessDevice
{
    /// <summary>A MOS transistor (1T1R and alike).</summary>
    Cmos,

    /// <summary>A bipolar transistor.</summary>
    Bjt,

    /// <summary>A diode.</summary>
    Diode,

    /// <summary>No device: a crosspoint, or a cell that is a transistor itself.</summary>
    None,
}
