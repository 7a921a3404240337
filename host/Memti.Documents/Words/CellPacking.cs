namespace Memti.Documents.Words;

/// <summary>What the fields of a weight image are.</summary>
public enum CellPacking
{
    /// <summary>The bits of each value, for memories without multi-level cells and for controllers that choose levels themselves.</summary>
    Values,

    /// <summary>The level of each cell in as many bits as the cell holds; fields run on from word to word.</summary>
    Dense,

    /// <summary>The level of each cell in four bits; cells of at most 4 bits.</summary>
    Nibble,

    /// <summary>The level of each cell in a byte.</summary>
    Byte,
}
