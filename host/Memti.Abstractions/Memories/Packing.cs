namespace Memti.Abstractions.Memories;

/// <summary>How words are laid into multi-level cells.</summary>
public enum Packing
{
    /// <summary>Each word has cells of its own: 8 bits take three 3-bit cells (2 + 3 + 3).</summary>
    PerWord,

    /// <summary>Bits run on from word to word; only the last cell may have room left.</summary>
    Dense,
}
