using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Banks;

/// <summary>Wiring between the edge of a bank and its mats.</summary>
public enum Routing
{
    /// <summary>By a tree of wires; each mat senses for itself.</summary>
    [Word("h-tree")]
    HTree,

    /// <summary>A bus along each column of mats; each mat has its own sense amplifiers.</summary>
    Bus,

    /// <summary>
    /// By a bus down each column of mats, which the cells themselves move: all share the sense amplifiers at its end. SRAM only.
    /// </summary>
    [Word("shared-sense")]
    SharedSense,
}
