namespace Memti.Arrays.Banks;

/// <summary>How a bank reaches its mats.</summary>
public enum Routing
{
    /// <summary>By a tree of wires; each mat senses for itself.</summary>
    HTree,

    /// <summary>By a bus down each column of mats; each mat senses for itself.</summary>
    Bus,

    /// <summary>By a bus down each column of mats, which the cells themselves move: all share the sense amplifiers at its end. SRAM only.</summary>
    SharedSense,
}
