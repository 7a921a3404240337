namespace Memti.Images;

/// <summary>What the fields of a word hold.</summary>
public enum CellPacking
{
    /// <summary>The bits of the values as such: for memories without multi-level cells, and for controllers that make levels of bits themselves.</summary>
    Values,

    /// <summary>The level of each cell in as many bits as the cell holds, running on over the borders of words.</summary>
    Dense,

    /// <summary>The level of each cell in 4 bits.</summary>
    Nibble,

    /// <summary>The level of each cell in 8 bits.</summary>
    Byte,
}
