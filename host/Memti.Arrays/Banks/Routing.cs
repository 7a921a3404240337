namespace Memti.Arrays.Banks;

/// <summary>Wiring between the edge of a bank and its mats.</summary>
public enum Routing
{
    /// <summary>A tree of wires; each mat has its own sense amplifiers.</summary>
    HTree,

    /// <summary>A bus along each column of mats; each mat has its own sense amplifiers.</summary>
    Bus,

    /// <summary>
    /// A bus along each column of mats that the cells themselves discharge; all mats share the sense amplifiers at its end. SRAM only.
    /// </summary>
    SharedSense,
}
